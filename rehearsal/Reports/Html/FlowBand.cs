using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>The flows to one address, one below the other.</summary>
/// <param name="Top">In pixels.</param>
/// <param name="Row">The height of a flow.</param>
/// <param name="IsEven">Every second band has a ground of its own.</param>
internal sealed record FlowBand(string Vip, FlowRecord[] All, double Top, double Row, double Height, bool IsEven)
{
    /// <summary>Room for the address.</summary>
    private const double Least = 18;

    /// <summary>A gap is seen, however short.</summary>
    private const double Thinnest = 1.5;

    public double Bottom => Top + Height;

    /// <param name="count">Of all flows: many are thin.</param>
    public static FlowBand[] Of(IGrouping<string, FlowRecord>[] groups, double top, int count)
    {
        var row =
            count <= 24 ? 10
            : count <= 48 ? 6
            : 4;
        var bands = new FlowBand[groups.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            FlowRecord[] flows = [.. groups[i]];
            bands[i] = new(groups[i].Key, flows, top, row, Math.Max(Least, (flows.Length * row) + 4), i % 2 == 0);
            top = bands[i].Bottom;
        }

        return bands;
    }

    public Markup Ground(TimeAxis axis) =>
        Markup.Of(
            $"""
            <rect class="band {(IsEven ? "even" : "odd")}" x="{axis.Left}" y="{Top}" width="{axis.Right
                - axis.Left}" height="{Height}"/>
            <text class="vip" x="{axis.Left - 8}" y="{Middle + (HasCount ? -2 : 4)}" text-anchor="end">{Vip}</text>
            {(HasCount ? Count(axis) : Markup.Empty)}
            """
        );

    public Markup Flows(TimeAxis axis) =>
        Markup.Of(
            $"<path class=\"lane\" d=\"{Markup.Each(All.Index(), flow => Lane(axis, flow.Index))}\"/>\n{Bars(axis)}"
        );

    private double Middle => Top + (Height / 2);

    private bool HasCount => Height >= 32;

    private double Y(int flow) => Middle + ((flow - ((All.Length - 1) / 2.0)) * Row);

    private Markup Count(TimeAxis axis) =>
        Markup.Of(
            $"""
            <text class="axis" x="{axis.Left - 8}" y="{Middle + 12}" text-anchor="end">{Words.Count(
                All.Length,
                "flow",
                "flows"
            )}</text>

            """
        );

    private Markup Lane(TimeAxis axis, int flow) => Markup.Of($"M{axis.Left} {Y(flow)}H{axis.Right}");

    private Markup Bars(TimeAxis axis) =>
        Markup.Each(
            All.Index().SelectMany(flow => flow.Item.Gaps.Select(gap => (flow.Index, Gap: gap))),
            bar => Bar(axis, bar.Index, bar.Gap)
        );

    private Markup Bar(TimeAxis axis, int flow, Gap gap)
    {
        var (from, to) = (axis.At(gap.Start), axis.At(gap.Start + gap.Length));
        var width = Math.Max(Thinnest, to - from);
        return Markup.Of(
            $"""
            <rect class="gap" x="{Math.Min(from, axis.Right - width)}" y="{Y(flow)
                - (Row / 2)
                + 0.5}" width="{width}" height="{Row - 1}"><title>{Vip}, flow {flow + 1}: {Words.Duration(
                gap.Length
            )} from {Words.At(gap.Start)} to {Words.At(gap.Start + gap.Length)}</title></rect>

            """
        );
    }
}
