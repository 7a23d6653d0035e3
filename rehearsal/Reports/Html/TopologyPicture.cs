namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Client above, routers below it, node groups below them; lines for what runs between them.</summary>
internal static class TopologyPicture
{
    private const double Least = 960;
    private const double Edge = 8;
    private const double Gap = 24;
    private const double Between = 52;

    public static Markup Of(Topology topology, string words)
    {
        var client = new Card("client", "client", "sends the traffic", topology.Client);
        Card[] routers = [.. topology.Routers.Select(Router)];
        GroupBox[] groups =
        [
            .. topology.Nodes.GroupBy(node => node.Group).Select(group => GroupBox.Of(group, topology.Peerings)),
        ];
        GroupBox.Spread(groups, Least - (2 * Edge), Gap);
        double[] groupWidths = [.. groups.Select(group => group.Width)];
        double[] routerWidths = [.. routers.Select(router => router.Width)];
        var width = (2 * Edge) + new[] { Least - (2 * Edge), Sum(groupWidths), Sum(routerWidths) }.Max();
        var routerHeight = routers.Select(router => router.Height).DefaultIfEmpty().Max();
        var routerTop = Edge + client.Height + Between;
        var groupTop = routerTop + routerHeight + Between;
        var height = groupTop + groups.Select(group => group.Height).DefaultIfEmpty().Max() + Edge;
        var (routersAt, groupsAt) = (Places(routerWidths, width), Places(groupWidths, width));
        var clientAt = (routers.Length == 0 ? width / 2 : Middle(0, routersAt, routerWidths)) - (client.Width / 2);
        return Markup.Of(
            $"""
            <svg class="topology" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}">
            <title>Topology</title>
            <desc>{words}</desc>
            {(
                routers.Length == 0
                    ? Markup.Empty
                    : Link(
                        clientAt + (client.Width / 2),
                        routerTop - Between,
                        Middle(0, routersAt, routerWidths),
                        routerTop
                    )
            )}{Peerings()}{client.At(clientAt, Edge, client.Width, client.Height)}{Markup.Each(
                routers.Index(),
                router => router.Item.At(routersAt[router.Index], routerTop, router.Item.Width, routerHeight)
            )}{Markup.Each(groups.Index(), group => group.Item.At(groupsAt[group.Index], groupTop))}{NoNode(
                width / 2,
                groupTop - 20
            )}</svg>
            """
        );

        Markup Peerings() =>
            Markup.Each(
                from peering in topology.Peerings.Select(one => (one.Router, one.Group)).Distinct()
                from router in topology.Routers.Index()
                where router.Item.Name == peering.Router
                from @group in groups.Index()
                where @group.Item.Name == peering.Group
                select (router: router.Index, @group: @group.Index),
                pair =>
                    Link(
                        Middle(pair.router, routersAt, routerWidths),
                        routerTop + routerHeight,
                        Middle(pair.group, groupsAt, groupWidths),
                        groupTop,
                        "BGP"
                    )
            );

        Markup NoNode(double x, double y) =>
            groups.Length > 0
                ? Markup.Empty
                : Markup.Of($"<text class=\"axis\" x=\"{x}\" y=\"{y}\" text-anchor=\"middle\">no node</text>\n");
    }

    private static Card Router(TopologyRouter router) =>
        new("router", router.Name, $"{router.Dialect}, AS {router.Asn}", router.Addresses);

    private static Markup Link(double x, double y, double toX, double toY, string label = "") =>
        Markup.Of(
            $"""
            <path class="link" d="M{x} {y}L{toX} {toY}"/>{(
                label.Length == 0
                    ? Markup.Empty
                    : Markup.Of(
                        $"<text class=\"axis\" x=\"{((x + toX) / 2) + 8}\" y=\"{((y + toY) / 2) + 4}\">{label}</text>"
                    )
            )}

            """
        );

    private static double Sum(double[] widths) => widths.Sum() + (Gap * Math.Max(0, widths.Length - 1));

    /// <summary>The left edges of what stands in a row, in the middle.</summary>
    private static double[] Places(double[] widths, double width)
    {
        var at = (width - Sum(widths)) / 2;
        var places = new double[widths.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            places[i] = at;
            at += widths[i] + Gap;
        }

        return places;
    }

    private static double Middle(int index, double[] places, double[] widths) => places[index] + (widths[index] / 2);
}
