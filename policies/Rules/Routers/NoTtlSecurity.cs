using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>Cilium's packets do not come with the hop count that TTL security asks for.</summary>
internal static class NoTtlSecurity
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "no-ttl-security",
            Demand = "The router does not ask nodes for TTL security.",
            Why = "Cilium sends its BGP packets with a TTL of 1, and TTL security drops all below 255 minus the hops.",
            Remedy = "Take ttl-security out of the router's configuration; the password keeps strangers away.",
            Wrong = "set protocols bgp peer-group bgplb-dev-ipv4 ttl-security hops '1'",
            Right = "set protocols bgp peer-group bgplb-dev-ipv4 password '…'",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack) =>
        from router in Peerings.Of(stack).Routers
        from peer in router.Groups.Values.Concat(router.Neighbors.Values)
        where peer.HasTtlSecurity
        select new Violation(
            router.Configuration,
            $"{router} asks {router.Shown(peer.Name)} for TTL security, which Cilium does not do."
        );
}
