namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>The picture of who is where, and the same in a sentence.</summary>
internal static class TopologyFigure
{
    public static Markup Of(RehearsalReport report)
    {
        var words = Sentence(report.Topology);
        return Markup.Of(
            $"""
            <figure>
            {Table.Box("Topology", TopologyPicture.Of(report.Topology, words))}<figcaption>{words}</figcaption>
            </figure>

            """
        );
    }

    private static string Sentence(Topology topology)
    {
        var groups = topology
            .Nodes.GroupBy(node => node.Group)
            .Select(group => $"{Words.Count(group.Count(), "node", "nodes")} of group {group.Key}")
            .ToArray();
        var routers = topology.Routers.Select(router => $"{router.Name} (AS {router.Asn})");
        var behind = topology.Routers.Count == 0 ? "" : $" behind {topology.Routers[0].Name}";
        return $"A client{behind} sends to load-balancer addresses, which {And(groups, "nobody")} "
            + $"{(topology.Nodes.Count <= 1 ? "announces" : "announce")} by BGP to {And(routers, "no router")}.";
    }

    private static string And(IEnumerable<string> all, string none) =>
        all.ToArray() switch
        {
            [] => none,
            [var one] => one,
            [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
        };
}
