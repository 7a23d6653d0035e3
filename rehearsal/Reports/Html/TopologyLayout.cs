namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Where everything in the topology's picture is: rows, one below the other, each in the middle.</summary>
internal sealed class TopologyLayout
{
    public const double Edge = 8;

    /// <summary>What groups fill before they grow downwards.</summary>
    private const double Most = 960;
    private const double Gap = 24;
    private const double Between = 52;

    public TopologyLayout(Topology topology)
    {
        var client = new Card("client", "client", "sends the traffic", topology.Client);
        Card[] routers = [.. topology.Routers.Select(Router)];
        GroupBox[] groups =
        [
            .. topology.Nodes.GroupBy(node => node.Group).Select(group => GroupBox.Of(group, topology.Peerings)),
        ];
        GroupBox.Spread(groups, Most - (2 * Edge), Gap);
        double[] routerWidths = [.. routers.Select(router => router.Width)];
        double[] groupWidths = [.. groups.Select(group => group.Width)];
        Width = (2 * Edge) + new[] { client.Width, Row(routerWidths), Row(groupWidths) }.Max();
        Routers = Placed(routers, routerWidths);
        Groups = Placed(groups, groupWidths);
        var middle = Routers.Length == 0 ? Width / 2 : Routers[0].Middle;
        Client = new(client, Math.Max(Edge, middle - (client.Width / 2)), client.Width);
        RouterTop = Edge + client.Height + Between;
        RouterHeight = routers.Select(router => router.Height).DefaultIfEmpty().Max();
        GroupTop = RouterTop + RouterHeight + Between;
        Height = GroupTop + groups.Select(group => group.Height).DefaultIfEmpty().Max() + Edge;
    }

    public double Width { get; }

    public double Height { get; }

    public Placed<Card> Client { get; }

    public Placed<Card>[] Routers { get; }

    public double RouterTop { get; }

    public double RouterHeight { get; }

    public Placed<GroupBox>[] Groups { get; }

    public double GroupTop { get; }

    private static Card Router(TopologyRouter router) =>
        new("router", router.Name, $"{router.Dialect}, AS {router.Asn}", router.Addresses);

    private static double Row(double[] widths) => widths.Sum() + (Gap * Math.Max(0, widths.Length - 1));

    private Placed<T>[] Placed<T>(T[] items, double[] widths)
    {
        var at = (Width - Row(widths)) / 2;
        var placed = new Placed<T>[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            placed[i] = new(items[i], at, widths[i]);
            at += widths[i] + Gap;
        }

        return placed;
    }
}

/// <param name="X">Of its left edge, in pixels.</param>
internal sealed record Placed<T>(T Item, double X, double Width)
{
    public double Middle => X + (Width / 2);
}
