using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;
using BgpLb.Policies.Rules.Addresses;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>The router accepts what the pools hold, all of it and no more.</summary>
internal static class PoolsInFilter
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "pools-in-filter",
            Demand = "The router's import filter accepts every address of the pools by itself, and no other address.",
            Why =
                "Cilium announces single addresses: a filter that permits just the network refuses all of them. What it "
                + "accepts beyond the pools, a node can take from somebody else.",
            Remedy =
                "Let pools[].addresses decide the filter: each network of a pool with ge 32 le 32, or ge 128 le 128.",
            Wrong = "ip prefix-list bgplb-prod-ipv4-vips permit 172.29.52.0/24",
            Right = "ip prefix-list bgplb-prod-ipv4-vips permit 172.29.52.128/26 ge 32 le 32",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var blocks = stack.OfKind("CiliumLoadBalancerIPPool").SelectMany(PoolBlock.Of).ToImmutableArray();
        var pools = AddressSet.Of(blocks.Select(block => block.Range));
        return from router in Peerings.Of(stack).Routers
            from @group in router.ListeningGroups
            from family in @group.ActiveIn(router)
            let map = router.RouteMaps.GetValueOrDefault(@group.In(family).Import ?? "")
            // What has no filter at all is another rule's.
            where map is not null && ImportFilter.IsBounded(map, family)
            from violation in Judge(router, ImportFilter.Of(router, map, family), pools.In(family), blocks)
            select violation;
    }

    private static IEnumerable<Violation> Judge(
        RouterEnd router,
        ImportFilter filter,
        AddressSet pools,
        ImmutableArray<PoolBlock> blocks
    )
    {
        var missing = pools.Except(filter.Addresses);
        if (!missing.IsEmpty)
        {
            var first = missing.Ranges[0];
            var block = blocks.First(block => block.Range.Overlaps(first));
            yield return new(
                router.Configuration,
                $"{router} does not accept {(block.At.IsSecret ? "a secret" : missing)} as single addresses, "
                    + $"which {block.At.Resource} gives out."
            );
        }

        var beyond = filter.Addresses.Union(filter.Networks).Except(pools);
        if (!beyond.IsEmpty)
        {
            yield return new(router.Configuration, $"{router} accepts {router.Shown(beyond)}, which no pool has.");
        }
    }
}
