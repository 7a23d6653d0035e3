using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>The router's end: who may dial, what is taken in and how much of it.</summary>
internal static class Routing
{
    public static RouterDesign Design(
        string owner,
        RouterSettings router,
        StackSettings settings,
        ImmutableArray<PoolDesign> pools,
        ImmutableArray<SessionFamily> families,
        RestartPolicy restart,
        ProbingChoice probing
    )
    {
        ImmutableArray<RouterFamily> ends =
        [
            .. families.Select(family => FamilyOf(owner, family.Family, settings.Cluster.NodeGroups, pools)),
        ];
        return new(
            router.Name,
            router.Dialect,
            router.Version,
            owner,
            router.Asn,
            settings.Cluster.Asn,
            router.RouterId,
            ends.Sum(end => end.Sessions) + (router.SpareNodes * families.Length),
            router.MaximumPaths,
            settings.Bgp.HoldTime,
            settings.Bgp.KeepAliveTime,
            restart,
            TimeSpan.FromSeconds(router.RevertAfter),
            Failover.ReconnectOf(settings.Bgp),
            router.Retain,
            probing.IsMade,
            probing.Because,
            router.Firewall?.Rule,
            settings.Bgp.Communities,
            settings.VipSubnets,
            ends,
            router.Access
        );
    }

    private static RouterFamily FamilyOf(
        string owner,
        IpFamily family,
        ImmutableArray<NodeGroupSettings> groups,
        ImmutableArray<PoolDesign> pools
    )
    {
        var peered = groups.Where(group => group.Peers(family)).ToArray();
        var ranges = pools.SelectMany(pool => pool.Ranges).Where(range => range.Family == family).ToArray();
        return new(
            family,
            $"{owner}-{Peering.Suffix(family)}",
            [.. peered.SelectMany(group => group.Subnets).Where(subnet => subnet.Family == family).Distinct()],
            [.. ranges.OrderBy(range => range.First).SelectMany(range => range.ToPrefixes())],
            Math.Clamp(Capacity.Of(ranges), 1, uint.MaxValue),
            peered.Sum(group => group.Count),
            [
                .. peered
                    .SelectMany(group => group.Nodes)
                    .SelectMany(node => node.Addresses)
                    .Where(address => address.Family == family)
                    .Order(),
            ]
        );
    }
}
