namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>A node group in the topology: its nodes in a grid.</summary>
/// <param name="dials">What the nodes dial, a line per router.</param>
internal sealed class GroupBox(string name, string note, IReadOnlyList<string> dials, IReadOnlyList<Card> nodes)
{
    private const double Gap = 10;
    private const double Line = 15;

    public string Name => name;

    /// <summary>Of the grid; whoever lays the groups out makes it larger while there is room.</summary>
    public int Columns { get; private set; } = 1;

    public int Rows => (nodes.Count + Columns - 1) / Columns;

    public double ColumnWidth { get; } = nodes.Max(node => node.Width) + Gap;

    public double Width => Math.Max((Columns * ColumnWidth) + Gap, HeaderWidth);

    public double Height => HeaderHeight + (Rows * (CardHeight + Gap)) + 2;

    private double HeaderWidth =>
        (2 * Gap) + dials.Select(TextWidth.Mono).Append(TextWidth.Name(name)).Append(TextWidth.Of(note)).Max();

    private double HeaderHeight => 46 + (dials.Count * Line);

    private double CardHeight { get; } = nodes.Max(node => node.Height);

    public static GroupBox Of(IGrouping<string, TopologyNode> group, IReadOnlyList<TopologyPeering> peerings) =>
        new(
            group.Key,
            $"AS {string.Join(", ", group.Select(node => node.Asn).Distinct())}, {Words.Count(group.Count(), "node", "nodes")}",
            [.. peerings.Where(peering => peering.Group == group.Key).Select(peering => $"dials {peering.Address}")],
            [.. group.Select(node => new Card("node", node.Name, "", node.Addresses))]
        );

    /// <summary>Gives columns to the groups that are tallest, as long as all of them fit.</summary>
    public static void Spread(IReadOnlyList<GroupBox> groups, double width, double gap)
    {
        while (
            groups.Where(group => group.Rows > 1).MaxBy(group => group.Rows) is { } tallest
            && groups.Sum(group => group.Width + gap) - gap + tallest.ColumnWidth <= width
        )
        {
            tallest.Columns++;
        }
    }

    public Markup At(double x, double y) =>
        Markup.Of(
            $"""
            <g><rect class="group" x="{x}" y="{y}" width="{Width}" height="{Height}" rx="4"/>
            <text class="name" x="{x + Gap}" y="{y + 20}">{name}</text><text class="axis" x="{x + Gap}" y="{y
                + 36}">{note}</text>
            {Markup.Each(
                dials.Index(),
                dial =>
                    Markup.Of(
                        $"<text class=\"vip\" x=\"{x + Gap}\" y=\"{y + 51 + (dial.Index * Line)}\">{dial.Item}</text>\n"
                    )
            )}{Markup.Each(nodes.Index(), node => Node(x, y, node.Index, node.Item))}</g>

            """
        );

    private Markup Node(double x, double y, int index, Card node)
    {
        var (row, column) = Math.DivRem(index, Columns);
        var cell = (Width - Gap) / Columns;
        return node.At(
            x + Gap + (column * cell),
            y + HeaderHeight + 2 + (row * (CardHeight + Gap)),
            cell - Gap,
            CardHeight
        );
    }
}
