using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>Which sessions a change resets or ends.</summary>
internal static class SessionImpact
{
    public static IEnumerable<ImpactLine> Of(StackView before, StackView after)
    {
        var now = PlannedSession.Of(after).ToArray();
        var byName = now.ToLookup(session => (session.Config, session.Peer));
        var byAddress = now.ToLookup(session => session.Address, StringComparer.Ordinal);
        var resets = new List<(PlannedSession Session, SessionTrait Trait)>();
        var ends = new List<PlannedSession>();
        foreach (var session in PlannedSession.Of(before))
        {
            if (byName[(session.Config, session.Peer)].FirstOrDefault() is { } same)
            {
                resets.AddRange(Lost(session, same).Select(trait => (session, trait)));
            }
            else if (byAddress[session.Address].FirstOrDefault() is { } renamed)
            {
                resets.Add((session, Renamed(renamed, after)));
            }
            else
            {
                ends.Add(session);
            }
        }

        return
        [
            .. resets
                .GroupBy(reset => (reset.Trait.Name, reset.Trait.At.Resource.Urn))
                .Select(group => LineOf(group.First().Trait, group.Select(reset => reset.Session))),
            .. ends.GroupBy(session => session.Config, StringComparer.Ordinal)
                .Select(group =>
                    new ImpactLine($"Sessions of CiliumBGPClusterConfig {group.Key} that end", 0, Seconds: null, 0).For(
                        group
                    )
                ),
            .. Overrides(before, after),
        ];
    }

    /// <summary>What the session is made of and will not be; what it is made of in addition does no harm.</summary>
    private static IEnumerable<SessionTrait> Lost(PlannedSession before, PlannedSession after)
    {
        var traits = after.Traits.ToLookup(trait => trait.Name, StringComparer.Ordinal);
        return from trait in before.Traits
            let next = traits[trait.Name].FirstOrDefault()
            where next is null ? trait.IsVital : trait.IsLostIn(next)
            select next ?? trait;
    }

    private static SessionTrait Renamed(PlannedSession session, StackView after) =>
        new(
            "name of a session",
            after
                .OfKind("CiliumBGPClusterConfig")
                .First(config => string.Equals(config.ObjectName, session.Config, StringComparison.Ordinal))
                .Root,
            "",
            gentler: "Keep the names of node groups and routers: a session of another name is another session."
        );

    private static ImpactLine LineOf(SessionTrait trait, IEnumerable<PlannedSession> sessions) =>
        new ImpactLine(
            trait.IsVital ? $"Sessions that lose {trait.At.Resource}" : $"Other {trait.Name} of {trait.At.Resource}",
            0,
            trait.Seconds,
            0
        )
        {
            At = trait.At,
            Gentler = trait.Gentler,
        }.For(sessions);

    private static ImpactLine For(this ImpactLine line, IEnumerable<PlannedSession> sessions)
    {
        var owners = sessions
            .GroupBy(session => session.Config, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.First().Nodes.Count, StringComparer.Ordinal);
        return line with { Nodes = owners.Values.Sum(), Owners = owners };
    }

    /// <summary>A node's own router ID or port; a new one may be a new node's, which has no session yet.</summary>
    private static IEnumerable<ImpactLine> Overrides(StackView before, StackView after)
    {
        var now = after.OfKind("CiliumBGPNodeConfigOverride").ToLookup(node => node.ObjectName, StringComparer.Ordinal);
        var changed = before
            .OfKind("CiliumBGPNodeConfigOverride")
            .Where(node =>
                now[node.ObjectName].FirstOrDefault() is { } next
                && Canonical.Of(next["spec"]) != Canonical.Of(node["spec"])
            )
            .Select(node => now[node.ObjectName].First())
            .ToArray();
        return changed.Length == 0
            ? []
            :
            [
                new(
                    $"Other things that {string.Join(", ", changed.Select(node => node.ObjectName))} has of its own",
                    changed.Length,
                    Costs.NewSession,
                    0
                )
                {
                    At = changed[0]["spec"],
                    Gentler = "Change one node per update (cluster.nodeGroups[].nodes[]).",
                    Owners = changed.ToImmutableDictionary(node => $"node {node.ObjectName}", _ => 1),
                },
            ];
    }
}
