using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What a timeline shows, in sentences.</summary>
internal static class LossWords
{
    public static string Of(LossRecord loss) =>
        loss.Traffic.Flows.Count == 0
            ? "No flow ran."
            : string.Join(' ', Lost(loss.Traffic), Done(loss.Actions), Resolution(loss.Traffic))
                + Stalled(loss.Traffic);

    private static string Lost(TrafficRecord traffic)
    {
        var flows = Words.Count(traffic.Flows.Count, "flow", "flows");
        var sent = traffic.Flows.Sum(flow => flow.Sent);
        if (traffic.Affected == 0)
        {
            return $"Nothing was lost: all {sent} datagrams of {flows} were answered, for {Words.Duration(traffic.Length)}.";
        }

        var lost = traffic.Flows.Sum(flow => flow.Lost);
        return $"{traffic.Affected} of {flows} lost something, {lost} of {sent} datagrams in {Words.Duration(traffic.Length)}.{Longest(traffic)}";
    }

    private static string Longest(TrafficRecord traffic)
    {
        var (vip, longest) = traffic
            .Flows.SelectMany(flow => flow.Gaps.Select(gap => (flow.Vip, Gap: gap)))
            .MaxBy(pair => pair.Gap.Length);
        return longest is null
            ? ""
            : $" The longest gap was {Words.Duration(longest.Length)}, from {Words.At(longest.Start)} to {Words.At(longest.Start + longest.Length)}, at {vip}.";
    }

    private static string Done(IReadOnlyList<(TimeSpan At, string What)> actions) =>
        actions.Count == 0
            ? "Nothing was done meanwhile."
            : $"Meanwhile: {string.Join("; ", actions.Select(action => $"{action.What} at {Words.At(action.At)}"))}.";

    private static string Stalled(TrafficRecord traffic) =>
        traffic.Stalls.Count == 0
            ? ""
            : $" The machine itself did not get on for {Words.Duration(traffic.Stalls.Max(stall => stall.Length))} at most, {Words.Count(traffic.Stalls.Count, "time", "times")}.";

    private static string Resolution(TrafficRecord traffic) =>
        $"Each flow sent a datagram every {Words.Duration(traffic.Interval)}; a gap shorter than {Words.Duration(traffic.Interval * 2)} is one lost datagram.";
}
