namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Client above, routers below it, node groups below them; lines for what runs between them.</summary>
internal static class TopologyPicture
{
    public static Markup Of(Topology topology, string words)
    {
        var layout = new TopologyLayout(topology);
        var (client, routers, groups) = (layout.Client, layout.Routers, layout.Groups);
        return Markup.Of(
            $"""
            <svg class="topology" role="img" viewBox="0 0 {layout.Width} {layout.Height}" width="{layout.Width}" height="{layout.Height}">
            <title>Topology</title>
            <desc>{words}</desc>
            {Markup.Each(routers.Take(1), router => Way(layout, router))}{Sessions(
                topology.Peerings,
                layout
            )}{client.Item.At(client.X, TopologyLayout.Edge, client.Width, client.Item.Height)}{Markup.Each(
                routers,
                router => router.Item.At(router.X, layout.RouterTop, router.Width, layout.RouterHeight)
            )}{Markup.Each(groups, group => group.Item.At(group.X, layout.GroupTop))}{(
                groups.Length == 0 ? NoNode(layout) : Markup.Empty
            )}</svg>
            """
        );
    }

    private static Markup Way(TopologyLayout layout, Placed<Card> router) =>
        Line(
            layout.Client.Middle,
            TopologyLayout.Edge + layout.Client.Item.Height,
            router.Middle,
            layout.RouterTop,
            "traffic"
        );

    /// <summary>One line between a router and a group, however many families they speak.</summary>
    private static Markup Sessions(IReadOnlyList<TopologyPeering> peerings, TopologyLayout layout) =>
        Markup.Each(
            from peering in peerings.Select(one => (one.Router, one.Group)).Distinct()
            from router in layout.Routers
            where router.Item.Name == peering.Router
            from box in layout.Groups
            where box.Item.Name == peering.Group
            select (router, box),
            pair =>
                Line(
                    pair.router.Middle,
                    layout.RouterTop + layout.RouterHeight,
                    pair.box.Middle,
                    layout.GroupTop,
                    "BGP"
                )
        );

    private static Markup NoNode(TopologyLayout layout) =>
        Markup.Of(
            $"<text class=\"axis\" x=\"{layout.Width / 2}\" y=\"{layout.GroupTop - 20}\" text-anchor=\"middle\">no node</text>\n"
        );

    /// <summary>With its label upon it.</summary>
    private static Markup Line(double x, double y, double toX, double toY, string label)
    {
        var (middle, below) = ((x + toX) / 2, ((y + toY) / 2) + 4);
        return Markup.Of(
            $"""
            <path class="link" d="M{x} {y}L{toX} {toY}"/><text class="axis over" x="{middle}" y="{below}" text-anchor="middle">{label}</text>

            """
        );
    }
}
