using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Every node that announces an address gets its share of the traffic.</summary>
internal static class Multipath
{
    /// <summary>More next hops than that no router of ours takes.</summary>
    private const uint Most = 256;

    public static Rule Rule { get; } =
        new()
        {
            Name = "multipath",
            Demand = "The router spreads traffic over all nodes that announce, or over 256 where there are more.",
            Why =
                "Nodes beyond maximum-paths get nothing. Outside the address family maximum-paths is refused, or holds for "
                + "IPv4 only, and the other family keeps what the router was built with.",
            Remedy =
                "Set routers[].maximumPaths to the number of nodes at least; it belongs within each address family.",
            Wrong = "router bgp 64513\n maximum-paths 8",
            Right = "router bgp 64513\n address-family ipv4 unicast\n  maximum-paths 8",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var peerings = Peerings.Of(stack);
        var dialled = peerings.Sessions.ToLookup(session => session.Router);
        foreach (var router in peerings.Routers)
        {
            if (router.HasStrayMaximumPaths)
            {
                yield return new(
                    router.Configuration,
                    $"{router} has maximum-paths outside the address families, where it does not belong."
                );
            }

            foreach (var family in new[] { IpFamily.IPv4, IpFamily.IPv6 })
            {
                // Without the line a router spreads over as many as it can.
                var nodes = Math.Min(NodesOf(dialled[router], family), Most);
                if (router.MaximumPaths.TryGetValue(family, out var paths) && paths < nodes)
                {
                    yield return new(
                        router.Configuration,
                        $"{router} spreads {family} over {router.Shown(paths)} next hops, and {nodes} nodes announce."
                    );
                }
            }
        }
    }

    /// <summary>A node is one next hop, however many of its sessions have the family.</summary>
    private static long NodesOf(IEnumerable<Session> sessions, IpFamily family) =>
        sessions
            .Where(session =>
                session.Nodes is not null
                && session.Config.Families.Contains(
                    family == IpFamily.IPv4 ? PeerConfig.IPv4 : PeerConfig.IPv6,
                    StringComparer.Ordinal
                )
            )
            .Select(session => session.Nodes!)
            .DistinctBy(nodes => nodes.Name)
            .Sum(nodes => nodes.Nodes);
}
