using System.Globalization;
using BgpLb.Design;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Diagrams;

/// <summary>Pools, node groups and routers, with the sessions between them.</summary>
internal static class Topology
{
    public static string Of(LoadBalancerDesign design)
    {
        var chart = new Flowchart("LR");
        chart.Begin("vips", "load-balancer addresses");
        for (var i = 0; i < design.VipSubnets.Length; i++)
        {
            AddSubnet(chart, design, i);
        }

        chart.End();
        var cluster = design.Cluster;
        chart.Begin(
            "cluster",
            $"cluster {cluster.Name} ({Words.Of(cluster.Distribution)})",
            $"AS {cluster.Asn}, Cilium {design.Release.Version}"
        );
        for (var i = 0; i < design.Peerings.Length; i++)
        {
            var peering = design.Peerings[i];
            chart.Box(
                $"group{i}",
                [peering.NodeGroup, Words.Count(peering.Nodes, "node", "nodes"), .. TextsOf(peering.Subnets)]
            );
        }

        chart.End();
        for (var i = 0; i < design.Routers.Length; i++)
        {
            var router = design.Routers[i];
            chart.RoundBox($"router{i}", $"{router.Name} ({Words.Of(router)})", $"AS {router.Asn}");
        }

        chart.Arrow("vips", "-.-", "cluster", "announced by every node");
        AddSessions(chart, design);
        return chart.ToString();
    }

    private static void AddSubnet(Flowchart chart, LoadBalancerDesign design, int at)
    {
        var subnet = design.VipSubnets[at];
        chart.Begin($"subnet{at}", subnet.Prefix.ToString());
        for (var i = 0; i < design.Pools.Length; i++)
        {
            var pool = design.Pools[i];
            if (subnet.Pools.Contains(pool.Name, StringComparer.Ordinal))
            {
                chart.Box(
                    string.Create(CultureInfo.InvariantCulture, $"subnet{at}pool{i}"),
                    [pool.Name, .. TextsOf(pool.Ranges), $"{pool.Capacity} addresses"]
                );
            }
        }

        chart.End();
    }

    private static void AddSessions(Flowchart chart, LoadBalancerDesign design)
    {
        for (var group = 0; group < design.Peerings.Length; group++)
        {
            foreach (var peer in design.Peerings[group].Peers)
            {
                var router = 0;
                while (design.Routers[router].Name != peer.Router)
                {
                    router++;
                }

                chart.Arrow($"group{group}", "-->", $"router{router}", $"BGP {peer.Family}", peer.Address.ToString());
            }
        }
    }

    private static IEnumerable<string> TextsOf<T>(IEnumerable<T> values) => values.Select(value => $"{value}");
}
