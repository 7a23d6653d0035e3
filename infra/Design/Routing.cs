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
        ImmutableArray<IpFamily> families,
        RestartPolicy restart
    )
    {
        ImmutableArray<RouterFamily> ends =
        [
            .. families.Select(family => FamilyOf(owner, family, settings.Cluster.NodeGroups, pools)),
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
            settings.Bgp.Communities,
            settings.VipSubnets,
            ends,
            router.Ssh
        );
    }

    private static RouterFamily FamilyOf(
        string owner,
        IpFamily family,
        ImmutableArray<NodeGroupSettings> groups,
        ImmutableArray<PoolDesign> pools
    )
    {
        var peered = groups.Where(group => group.Gateways.Any(gateway => gateway.Family == family)).ToArray();
        var capacity = pools.Aggregate((UInt128)0, (sum, pool) => sum + pool.CapacityOf(family));
        return new(
            family,
            $"{owner}-{Peering.Suffix(family)}",
            [.. peered.SelectMany(group => group.Subnets).Where(subnet => subnet.Family == family)],
            [
                .. pools
                    .SelectMany(pool => pool.Ranges)
                    .Where(range => range.Family == family)
                    .Order(Comparer<AddressRange>.Create((a, b) => a.First.CompareTo(b.First)))
                    .SelectMany(range => range.ToPrefixes()),
            ],
            (long)UInt128.Clamp(capacity, 1, uint.MaxValue),
            peered.Sum(group => group.Count)
        );
    }
}
