using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;
using BgpLb.Policies.Rules.Addresses;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>A node may announce every address that there is.</summary>
internal static class PrefixLimit
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "prefix-limit",
            Demand = "A session's prefix limit is not below the number of addresses in the pools of its family.",
            Why = "The route beyond the limit ends the session, and with it every route of the node.",
            Remedy = "Let pools[].addresses decide the limit; without a limit the filter alone bounds the routes.",
            Wrong =
                "210 addresses\nset protocols bgp peer-group bgplb-dev-ipv4 address-family ipv4-unicast maximum-prefix '200'",
            Right =
                "210 addresses\nset protocols bgp peer-group bgplb-dev-ipv4 address-family ipv4-unicast maximum-prefix '210'",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var pools = AddressSet.Of(
            stack.OfKind("CiliumLoadBalancerIPPool").SelectMany(PoolBlock.Of).Select(block => block.Range)
        );
        var capacity = new[] { IpFamily.IPv4, IpFamily.IPv6 }.ToDictionary(
            family => family,
            // No router counts further.
            family => Math.Min(Capacity.Of(pools.In(family).Ranges), uint.MaxValue)
        );
        return from router in Peerings.Of(stack).Routers
            from @group in router.ListeningGroups
            from family in @group.ActiveIn(router)
            let limit = @group.In(family).PrefixLimit
            where limit < capacity[family]
            select new Violation(
                router.Configuration,
                $"{router} ends a session of peer group {router.Shown(@group.Name)} beyond {router.Shown(limit)} routes of "
                    + $"{family}, and the pools have {capacity[family]} addresses."
            );
    }
}
