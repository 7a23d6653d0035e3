using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>What a change does to traffic, before it happens.</summary>
/// <param name="Lines">One thing each; empty for a change that nobody notices.</param>
/// <param name="NodesAtOnce">How many nodes are without routes at the same time.</param>
/// <param name="Seconds">For how long the slowest of them is; null for good.</param>
/// <param name="Addresses">How many addresses may move or vanish.</param>
public sealed record ChangeImpact(ImmutableArray<ImpactLine> Lines, int NodesAtOnce, double? Seconds, long Addresses)
{
    /// <summary>Compares what runs with what is wanted.</summary>
    /// <exception cref="NotKnownYetException">Something that would tell is not known before the update.</exception>
    public static ChangeImpact Of(StackView before, StackView after)
    {
        var sessions = SessionImpact.Of(before, after).ToArray();
        var release = ReleaseImpact.Of(before, after).ToArray();
        var known = after.Resources.Select(resource => resource.Urn).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<ImpactLine> lines =
        [
            .. sessions
                .Concat(release)
                .Concat(PoolImpact.Of(before, after))
                .Select(line => line.At is { } at && known.Contains(at.Resource.Urn) ? line : line with { At = null }),
        ];
        // What one update resets it resets at once; the agents restart before that, a few at a time.
        var reset = sessions.SelectMany(line => line.Owners).DistinctBy(owner => owner.Key).Sum(owner => owner.Value);
        var restarted = release.Where(line => line.Seconds > 0).Sum(line => line.Nodes);
        return new(
            lines,
            Math.Max(reset, restarted),
            lines.Any(line => line.Seconds is null)
                ? null
                : lines.Select(line => line.Seconds ?? 0).DefaultIfEmpty(0).Max(),
            lines.Sum(line => line.Addresses)
        );
    }
}
