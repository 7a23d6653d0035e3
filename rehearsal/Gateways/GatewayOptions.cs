using System.Collections.Immutable;

namespace BgpLb.Rehearsal;

/// <summary>What a gateway is to be.</summary>
/// <param name="Segments">Its subnets, at least one.</param>
public sealed record GatewayOptions(params ImmutableArray<Segment> Segments)
{
    /// <summary>What FRR runs and has saved at first.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>
    /// The size of the disk in KiB, for what happens when it is full: it holds <c>/etc/frr</c>, <c>/etc/sysctl.d</c>,
    /// <c>/var/lib</c>, <c>/data</c> and <c>/config</c>. Null for no limit of its own.
    /// </summary>
    public int? DiskSize { get; init; }
}
