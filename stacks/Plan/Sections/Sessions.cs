using BgpLb.Design;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>Who dials whom: every node group every router, once per family and node.</summary>
internal static class Sessions
{
    public static void Write(Page page, LoadBalancerDesign design)
    {
        page.Heading("Sessions");
        var table = new Table("NODE GROUP", "NODES", "AS", "DIAL", "ROUTER", "AS", "FAMILY");
        foreach (var peering in design.Peerings)
        {
            foreach (var peer in peering.Peers)
            {
                table.Add(
                    peering.NodeGroup,
                    peering.Nodes.ToString(),
                    design.Cluster.Asn.ToString(),
                    peer.Address.ToString(),
                    peer.Router,
                    peer.Asn.ToString(),
                    peer.Family.ToString()
                );
            }
        }

        page.Table(table);
    }
}
