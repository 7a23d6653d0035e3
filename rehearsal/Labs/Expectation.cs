using System.Collections.Immutable;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Labs;

/// <summary>What the routers should have when both ends are right, from the Services and the nodes that are there.</summary>
internal static class Expectation
{
    /// <summary>What is missing, one sentence each; none when everything is as it should be.</summary>
    /// <param name="absent">Nodes whose sessions are not expected.</param>
    public static IReadOnlyList<string> Missing(StackLab lab, IReadOnlySet<string> absent) =>
        [
            .. lab
                .Services.Services.Where(service => service.Addresses.Count == 0)
                .Select(service => $"Service {service.Name} has no address"),
            .. lab.Routers.SelectMany(router => Sessions(lab, router, absent)),
            .. lab.Routers.SelectMany(router => Stalled(lab, router, absent)),
            .. lab.Routers.SelectMany(router => Routes(lab, router, absent)),
        ];

    /// <summary>The next hops that a router should have, by the load-balancer address.</summary>
    public static IReadOnlyDictionary<string, ImmutableSortedSet<string>> NextHops(
        StackLab lab,
        LabRouter router,
        IReadOnlySet<string> absent
    )
    {
        var peers = Peers(lab, router, absent).ToArray();
        var all = new Dictionary<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        var everyone = peers.ToLookup(peer => peer.Address.Family, peer => $"{peer.Address}");
        foreach (var service in lab.Services.Services.Where(service => service.IsAnnounced))
        {
            foreach (var vip in service.Addresses.Select(address => Address.Parse($"{address}")!))
            {
                all[$"{vip}"] = service.IsLocal
                    ?
                    [
                        .. peers
                            .Where(peer => peer.Address.Family == vip.Family)
                            .Where(peer => service.Endpoints.Contains(peer.Node.Name))
                            .Select(peer => $"{peer.Address}"),
                    ]
                    : [.. everyone[vip.Family]];
            }
        }

        return all;
    }

    private static IEnumerable<(LabNode Node, Address Address)> Peers(
        StackLab lab,
        LabRouter router,
        IReadOnlySet<string> absent
    ) =>
        from peering in lab.Design.Peerings
        from peer in peering.Peers
        where peer.Router == router.Settings.Name
        from node in lab.Nodes
        where node.Group.Name == peering.NodeGroup && !absent.Contains(node.Name)
        from address in node.Addresses
        where address.Family == peer.Family
        select (node, address);

    private static IEnumerable<string> Sessions(StackLab lab, LabRouter router, IReadOnlySet<string> absent)
    {
        var standing = router.Sessions().Select(session => session.Peer).ToHashSet(StringComparer.Ordinal);
        return Peers(lab, router, absent)
            .Where(peer => !standing.Contains($"{peer.Address}"))
            .Select(peer => $"{router.Settings.Name} has no session with {peer.Node.Name} at {peer.Address}");
    }

    /// <summary>After a fault of its link a session may stand at one end only, or at both and end yet.</summary>
    private static IEnumerable<string> Stalled(StackLab lab, LabRouter router, IReadOnlySet<string> absent)
    {
        var peers = Peers(lab, router, absent)
            .Where(peer => lab.HostOf(peer.Node.Name).Link.HasBeenDown)
            .ToLookup(peer => peer.Node.Name, peer => peer.Address);
        var atRouter = peers.Count == 0 ? [] : Connection.In(router.Gateway.Namespace);
        foreach (var node in peers)
        {
            var atNode = Connection.In(lab.HostOf(node.Key).Namespace);
            var behind = atRouter.Where(one => node.Contains(one.Peer) && !one.HasCaughtUp(atNode)).ToArray();
            if (behind.Length > 0)
            {
                var ends = string.Join(", ", behind.Select(connection => connection.Peer));
                yield return $"{router.Settings.Name} and {node.Key} have not caught up with what their link lost: {ends}";
            }
        }
    }

    private static IEnumerable<string> Routes(StackLab lab, LabRouter router, IReadOnlySet<string> absent)
    {
        var (wanted, found) = (NextHops(lab, router, absent), router.NextHops());
        foreach (var (vip, hops) in wanted)
        {
            var now = found.GetValueOrDefault(vip) ?? [];
            var most = router.Settings.MaximumPaths;
            var isRight = hops.Count > most ? now.Count == most && now.IsSubsetOf(hops) : now.SetEquals(hops);
            if (!isRight)
            {
                yield return $"{router.Settings.Name} sends {vip} to {Words(now)} instead of {Words(hops)}";
            }
        }

        foreach (var vip in found.Keys.Where(vip => !wanted.ContainsKey(vip)))
        {
            yield return $"{router.Settings.Name} has a route to {vip}, which no Service announces";
        }
    }

    private static string Words(ImmutableSortedSet<string> hops) => hops.IsEmpty ? "nobody" : string.Join(", ", hops);
}
