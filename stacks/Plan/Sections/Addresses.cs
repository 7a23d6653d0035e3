using BgpLb.Design;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>The pools: which addresses, how many, for whom.</summary>
internal static class Addresses
{
    public static void Write(Page page, LoadBalancerDesign design)
    {
        page.Heading("Addresses");
        var table = new Table("POOL", "ADDRESSES", "COUNT", "SERVES");
        foreach (var pool in design.Pools)
        {
            table.Add(pool.Name, string.Join('\n', pool.Ranges), pool.Capacity.ToString(), pool.Serves);
        }

        page.Table(table);
        page.Line("");
        table = new Table("VIP SUBNET", "COUNT", "POOLS");
        foreach (var subnet in design.VipSubnets)
        {
            table.Add(subnet.Prefix.ToString(), subnet.Capacity.ToString(), string.Join(", ", subnet.Pools));
        }

        page.Table(table);
    }
}
