using BgpLb.Rehearsal.Reports;

namespace BgpLb.Tests.Rehearsal.Reports.Support;

/// <summary>A timeline as the browser has drawn it, in the terms of its own axis.</summary>
internal sealed record SeenTimeline
{
    public double SecondsPerPixel { get; init; }

    public SeenBar[] Bars { get; init; } = [];

    public SeenAction[] Actions { get; init; } = [];

    public void AssertShows(LossRecord record)
    {
        // A bar is never thinner than 1.5 pixels.
        var tolerance = 2 * SecondsPerPixel;
        var gaps = record.Traffic.Flows.SelectMany(flow => flow.Gaps.Select(gap => (flow.Vip, Gap: gap))).ToArray();
        Assert.Equal(gaps.Length, Bars.Length);
        foreach (var ((vip, gap), bar) in gaps.Zip(Bars))
        {
            Assert.Equal(vip, bar.Vip);
            Assert.Equal(gap.Start.TotalSeconds, bar.Start, tolerance);
            Assert.Equal((gap.Start + gap.Length).TotalSeconds, bar.End, tolerance);
        }

        // Each flow has one gap at most here: no two bars share a row.
        Assert.Equal(Bars.Length, Bars.Select(bar => Math.Round(bar.Y)).Distinct().Count());
        Assert.Equal(record.Actions.Count, Actions.Length);
        foreach (var ((at, what), seen) in record.Actions.Zip(Actions))
        {
            Assert.EndsWith(what, seen.What, StringComparison.Ordinal);
            Assert.Equal(at.TotalSeconds, seen.At, tolerance);
        }
    }
}

/// <summary>A gap.</summary>
internal sealed record SeenBar
{
    public double Start { get; init; }

    public double End { get; init; }

    public double Y { get; init; }

    /// <summary>Whose band it lies in.</summary>
    public string Vip { get; init; } = "";
}

/// <summary>What was done.</summary>
internal sealed record SeenAction
{
    public double At { get; init; }

    public string What { get; init; } = "";
}
