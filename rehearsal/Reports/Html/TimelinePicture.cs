using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Loss over time: a row per flow, a bar per gap, a line for each thing that was done.</summary>
internal static class TimelinePicture
{
    private const double Width = 960;
    private const double LabelRow = 17;

    public static Markup Of(string title, string words, LossRecord loss)
    {
        var flows = loss.Traffic.Flows.GroupBy(flow => flow.Vip).ToArray();
        var left = Math.Max(flows.Max(group => TextWidth.Mono(group.Key)), TextWidth.Of("96 flows")) + 14;
        var axis = new TimeAxis(left, Width - 14, loss.Traffic.Length);
        var labels = ActionLabels.Of(loss.Actions, axis);
        var top = (labels.Rows * LabelRow) + 8;
        var bands = FlowBand.Of(flows, top, loss.Traffic.Flows.Count);
        var bottom = bands[^1].Bottom;
        var height = bottom + 66;
        return Markup.Of(
            $"""
            <svg class="timeline" role="img" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}">
            <title>Loss over time: {title}</title>
            <desc>{words}</desc>
            {Markup.Each(bands, band => band.Ground(axis))}{Markup.Each(
                axis.Ticks(),
                tick => Tick(axis.At(tick), tick, top, bottom)
            )}{Markup.Each(bands, band => band.Flows(axis))}{Markup.Each(
                labels.All,
                label => Line(label, bottom)
            )}{Markup.Each(labels.All, Label)}<text class="axis" x="{axis.Right}" y="{bottom
                + 34}" text-anchor="end">seconds since the traffic began</text>
            {Legend(axis.Left, bottom + 54)}</svg>
            """
        );
    }

    private static Markup Tick(double x, TimeSpan time, double top, double bottom) =>
        Markup.Of(
            $"""
            <path class="grid" d="M{x} {top}V{bottom + 4}"/><text class="axis tick" x="{x}" y="{bottom
                + 18}" text-anchor="middle">{$"{time.TotalSeconds:0.#}"}</text>

            """
        );

    private static Markup Line(ActionLabel label, double bottom) =>
        Markup.Of($"<path class=\"action\" d=\"M{label.Line} {(label.Row * LabelRow) + 3}V{bottom}\"/>\n");

    private static Markup Label(ActionLabel label) =>
        Markup.Of(
            $"""
            <text class="action" x="{label.X}" y="{(label.Row * LabelRow) + 14}" text-anchor="{(
                label.IsLeft ? "end" : "start"
            )}"><title>{label.Whole}</title>{label.Text}</text>

            """
        );

    private static Markup Legend(double x, double y) =>
        Markup.Of(
            $"""
            <path class="lane" d="M{x} {y - 4}h24"/><text class="axis" x="{x + 31}" y="{y}">a flow, answered</text>
            <rect class="sample" x="{x + 150}" y="{y - 7}" width="24" height="6"/><text class="axis" x="{x
                + 181}" y="{y}">not answered</text>
            <path class="action" d="M{x + 290} {y - 11}v14"/><text class="axis" x="{x
                + 298}" y="{y}">what was done</text>

            """
        );
}
