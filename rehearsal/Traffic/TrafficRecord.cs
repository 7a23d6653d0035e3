namespace BgpLb.Rehearsal.Traffic;

/// <summary>A time in which a flow was not answered: from the last answered datagram to the next.</summary>
/// <param name="Start">Since the traffic began.</param>
public sealed record Gap(TimeSpan Start, TimeSpan Length);

/// <summary>What became of one flow.</summary>
/// <param name="Vip">The load-balancer address.</param>
/// <param name="Sent">Datagrams.</param>
/// <param name="Lost">Datagrams that nobody answered.</param>
/// <param name="Gaps">In their order.</param>
/// <param name="Nodes">The numbers of the nodes that answered.</param>
public sealed record FlowRecord(string Vip, int Sent, int Lost, IReadOnlyList<Gap> Gaps, IReadOnlyList<int> Nodes)
{
    /// <summary>Zero where nothing was lost.</summary>
    public TimeSpan LongestGap => Gaps.Count == 0 ? TimeSpan.Zero : Gaps.Max(gap => gap.Length);
}

/// <summary>What became of all flows of a measurement.</summary>
/// <param name="Interval">Between two datagrams of a flow: a gap shorter than twice this is one lost datagram.</param>
/// <param name="Length">How long it lasted.</param>
public sealed record TrafficRecord(TimeSpan Interval, TimeSpan Length, IReadOnlyList<FlowRecord> Flows)
{
    /// <summary>When the machine that measures did not get on itself, in their order.</summary>
    public IReadOnlyList<Gap> Stalls { get; init; } = [];

    /// <summary>The longest gap of any flow.</summary>
    public TimeSpan LongestGap => Flows.Count == 0 ? TimeSpan.Zero : Flows.Max(flow => flow.LongestGap);

    /// <summary>The flows that lost anything.</summary>
    public int Affected => Flows.Count(flow => flow.Lost > 0);

    /// <summary>The record of one family's flows.</summary>
    public TrafficRecord Of(bool isIPv6) =>
        this with
        {
            Flows = [.. Flows.Where(flow => flow.Vip.Contains(':') == isIPv6)],
        };
}
