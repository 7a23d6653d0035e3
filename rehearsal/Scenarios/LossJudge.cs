using BgpLb.Design;
using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;
using BgpLb.Settings.Reading;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>Holds what was lost against what may be lost.</summary>
internal static class LossJudge
{
    /// <summary>The line of the budget that a limit names; null for one in milliseconds, and for none or any.</summary>
    public static FaultBudget? LineOf(LossLimit limit, LoadBalancerDesign design) =>
        design.Budget.FirstOrDefault(line => Kinds.Written(line.Fault) == limit.Within);

    /// <summary>How long traffic has to be watched: a little longer than it may be lost.</summary>
    public static TimeSpan WatchFor(LossLimit limit, LoadBalancerDesign design) =>
        limit.Lasts > 0 ? TimeSpan.FromSeconds(limit.Lasts)
        : LineOf(limit, design) is { } line ? Longer(line.WorstCase, line.Promise) + TimeSpan.FromSeconds(2)
        : TimeSpan.FromSeconds(4);

    public static Check Judge(LossLimit limit, LoadBalancerDesign design, TrafficRecord record, TimeSpan lastAction)
    {
        var line = LineOf(limit, design);
        var gaps = record.Flows.SelectMany(flow => flow.Gaps);
        // Of a reboot, only what is still lost after the router runs again.
        Gap[] judged = [.. line?.Fault == Fault.RouterReboots ? gaps.Select(gap => After(gap, lastAction)) : gaps];
        var longest = judged.Select(gap => gap.Length).Append(TimeSpan.Zero).Max();
        // What the machine makes longer by itself says nothing of the network.
        var longestOwn = judged
            .Select(gap => gap.Length - Stalled.Of(gap, record.Stalls, record.Interval))
            .Append(TimeSpan.Zero)
            .Max();
        var without =
            longestOwn == longest ? "" : $" ({longestOwn.TotalMilliseconds:0} ms but for this machine's own stalls)";
        var found =
            $"longest gap {longest.TotalMilliseconds:0} ms{without}; {record.Affected} of {record.Flows.Count} flows lost something";
        if (record.Flows.Count == 0)
        {
            return new("traffic", "some to measure", "no address that more than one node serves", Passed: false);
        }

        if (limit.Within == "any")
        {
            return new("traffic", "measured, not judged", found, Passed: true, IsJudged: false);
        }

        // A single datagram may be lost on a busy machine; what is sent at an interval says nothing finer.
        var resolution = record.Interval * 2;
        var most = line is null ? TimeSpan.FromMilliseconds(limit.Milliseconds) : line.Promise ?? line.WorstCase;
        var word =
            line is null ? ""
            : line.Promise is null ? " (worst case, nothing is promised)"
            : " promised";
        return new(
            "traffic",
            most == TimeSpan.Zero ? $"no loss{word}" : $"at most {most.TotalMilliseconds:0} ms{word}",
            found,
            longestOwn <= most + resolution
        );
    }

    private static Gap After(Gap gap, TimeSpan action)
    {
        var start = action > gap.Start ? action : gap.Start;
        return new(start, gap.Start + gap.Length - start);
    }

    private static TimeSpan Longer(TimeSpan one, TimeSpan? other) => other > one ? other.Value : one;
}
