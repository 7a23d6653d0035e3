using BgpLb.Rehearsal.Reports;
using BgpLb.Settings.Reading;

namespace BgpLb.Rehearsal.Labs;

/// <summary>Who is where in a lab, for the report.</summary>
internal static class Topologies
{
    public static Topology Of(StackLab lab)
    {
        lab.Refresh();
        var design = lab.Design;
        return new(
            [
                .. design.Routers.Select(router => new TopologyRouter(
                    router.Name,
                    Kinds.Written(router.Dialect),
                    router.Asn,
                    [
                        .. design
                            .Peerings.SelectMany(peering => peering.Peers)
                            .Where(peer => peer.Router == router.Name)
                            .Select(peer => $"{peer.Address}")
                            .Distinct(),
                    ],
                    Without(lab.Routers.First(one => one.Settings.Name == router.Name).Configuration, lab.Password)
                )),
            ],
            [
                .. lab.Nodes.Select(node => new TopologyNode(
                    node.Name,
                    node.Group.Name,
                    design.Cluster.Asn,
                    [.. node.Addresses.Select(address => $"{address}")]
                )),
            ],
            [
                .. lab.Services.Services.Select(service => new TopologyService(
                    service.Name,
                    [.. service.Addresses.Select(address => $"{address}")],
                    service.IsLocal ? "Local" : "Cluster",
                    service.IsAnnounced
                )),
            ],
            [
                .. design.Peerings.SelectMany(peering =>
                    peering.Peers.Select(peer => new TopologyPeering(peering.NodeGroup, peer.Router, $"{peer.Address}"))
                ),
            ],
            lab.Routers[0].ClientAddresses
        );
    }

    private static string Without(string text, string secret) =>
        secret.Length == 0 ? text : text.Replace(secret, "<password>", StringComparison.Ordinal);
}
