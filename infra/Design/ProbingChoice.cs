using System.Collections.Immutable;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Design;

/// <summary>
/// Whether a router probes its neighbours. It serves links that hold nothing but nodes, so it is not done unless somebody
/// says so or a promise needs it.
/// </summary>
/// <param name="Because">In words: the promises that need it with what they would take otherwise, or the setting.</param>
internal sealed record ProbingChoice(bool IsMade, string Because)
{
    public static ProbingChoice Of(RouterSettings router, BgpSettings bgp, FailoverSettings promised)
    {
        var needs = NeedsOf(router, bgp, promised);
        return router.NeighbourProbing == false ? new(IsMade: false, "neighbourProbing: false")
            : needs.IsEmpty && router.NeighbourProbing is null ? new(IsMade: false, "no promise needs it")
            : ObstacleAt(router) is { } obstacle ? new(IsMade: false, obstacle)
            : new(IsMade: true, needs.IsEmpty ? "neighbourProbing: true" : string.Join(", ", needs));
    }

    /// <summary>The setting because of which this promise is broken here, as a person would change it; null for none.</summary>
    /// <param name="fault">The promise.</param>
    public static string? RefusalOf(Fault fault, RouterSettings router, BgpSettings bgp, FailoverSettings promised) =>
        NeedsOf(router, bgp, promised).Any(need => need.Fault == fault && need.Promise >= NeighbourProbing.WorstCase)
            ? ObstacleAt(router)
            : null;

    /// <summary>The promises that are shorter than what is possible without probing, where that is slower than probing.</summary>
    private static ImmutableArray<Need> NeedsOf(RouterSettings router, BgpSettings bgp, FailoverSettings promised)
    {
        var (silent, drained) = Failover.Unprobed(router, bgp);
        Need[] asked =
        [
            new(Fault.NodeDies, promised.NodeDies, silent),
            new(Fault.LinkLost, promised.LinkLost, silent),
            new(Fault.NodeDrained, promised.NodeDrained, drained),
        ];
        return [.. asked.Where(need => need.Promise < need.Without && need.Without > NeighbourProbing.WorstCase)];
    }

    /// <summary>With one next hop there is no other, and over an API nobody can tell the kernel.</summary>
    private static string? ObstacleAt(RouterSettings router) =>
        router switch
        {
            { NeighbourProbing: false } => "neighbourProbing: false",
            { MaximumPaths: 1 } => "maximumPaths: 1",
            { Access: ApiSettings } => "delivery: api",
            _ => null,
        };

    private sealed record Need(Fault Fault, TimeSpan? Promise, TimeSpan Without)
    {
        public override string ToString() =>
            $"{Kinds.Written(Fault)} promises {Promise!.Value.TotalSeconds} s ({Without.TotalSeconds} s without)";
    }
}
