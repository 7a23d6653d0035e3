namespace BgpLb.Rehearsal.Traffic;

/// <summary>Tells the gaps that a network makes from those that its machine makes.</summary>
internal static class Stalled
{
    /// <summary>No more of a gap is the machine's: what hangs for longer hangs by itself.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(1);

    /// <summary>How much of a gap fell into times in which the machine did not get on.</summary>
    /// <param name="stalls">In their order.</param>
    /// <param name="resolution">What a flow cannot tell: so much sooner and later, a stall still makes a gap longer.</param>
    public static TimeSpan Of(Gap gap, IReadOnlyList<Gap> stalls, TimeSpan resolution)
    {
        var (all, until) = (TimeSpan.Zero, gap.Start);
        foreach (var stall in stalls)
        {
            var from = Later(stall.Start - resolution, until);
            var to = Earlier(stall.Start + stall.Length + resolution, gap.Start + gap.Length);
            if (to > from)
            {
                (all, until) = (all + (to - from), to);
            }
        }

        return Earlier(all, Most);
    }

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
