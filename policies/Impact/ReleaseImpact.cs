using BgpLb.Policies.Model;
using BgpLb.Policies.Rules.Failover;

namespace BgpLb.Policies.Impact;

/// <summary>Whether Cilium's agents restart: they roll through the nodes, a few at a time.</summary>
internal static class ReleaseImpact
{
    /// <summary>The chart's own updateStrategy.</summary>
    private const int AtOnce = 2;

    public static IEnumerable<ImpactLine> Of(StackView before, StackView after)
    {
        var changed = Changed(before, after, "bgplb:index:CiliumRelease", "version")
            .Concat(Changed(before, after, "kubernetes:helm.sh/v3:Release", "values"))
            .ToArray();
        if (changed is not [var first, ..])
        {
            yield break;
        }

        var sessions = Session.Of(after).ToArray();
        var lasts = sessions.Select(session => WorstCase.Of("agentRestarts", session)!.Seconds).DefaultIfEmpty(0).Max();
        var nodes = after
            .OfType("bgplb:index:BgpPeering")
            .SelectMany(peering => peering["nodeGroups"].Entries)
            .Sum(group => group.Value["nodes"].Number ?? 1);
        yield return new(
            $"Other {first.Path} of {first.Resource}, so that its agents restart",
            (int)Math.Min(nodes, AtOnceOf(after) ?? nodes),
            lasts,
            0
        )
        {
            At = first,
            Gentler =
                "Let one agent restart at a time (cilium.values: updateStrategy.rollingUpdate.maxUnavailable: 1), with "
                + "bgp.gracefulRestart none of them costs traffic.",
        };
    }

    private static IEnumerable<Property> Changed(StackView before, StackView after, string type, string property) =>
        from release in before.OfType(type)
        from next in after.OfType(type)
        where next.Name == release.Name && Canonical.Of(next[property]) != Canonical.Of(release[property])
        select next[property];

    /// <summary>Null for a share of the nodes, which may be all of them.</summary>
    private static double? AtOnceOf(StackView stack)
    {
        var most = stack
            .OfType("kubernetes:helm.sh/v3:Release")
            .Select(release => release["values"]["updateStrategy"]["rollingUpdate"]["maxUnavailable"])
            .FirstOrDefault(most => most.Exists);
        return most is null ? AtOnce : most.Number;
    }
}
