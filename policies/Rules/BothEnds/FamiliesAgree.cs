using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Routes of a family flow only where both ends have it.</summary>
internal static class FamiliesAgree
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "families-agree",
            Demand = "Both ends of a session exchange the same address families.",
            Why = "A family that one end lacks is not negotiated: the session stands, and its routes never come.",
            Remedy =
                "Activate on the router what the peer config has in spec.families, and nothing else; "
                + "cluster.nodeGroups[].gateways decides the families of both ends.",
            Wrong =
                "families: [{ afi: ipv6, safi: unicast }]\naddress-family ipv4 unicast\n neighbor bgplb-prod-ipv6 activate",
            Right =
                "families: [{ afi: ipv6, safi: unicast }]\naddress-family ipv6 unicast\n neighbor bgplb-prod-ipv6 activate",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack) =>
        from met in Peerings.Of(stack).Met
        where !met.Session.Config.IsMissing
        let nodes = met.Session.Config.Families.ToHashSet(StringComparer.Ordinal)
        let router = met.Group.ActiveIn(met.Router).Select(Written).ToHashSet(StringComparer.Ordinal)
        where !nodes.SetEquals(router)
        let spec = met.Session.Config.Spec
        select new Violation(
            spec["families"],
            $"{met.Session} exchanges {(spec.IsSecret ? "a secret" : Named(nodes))}, but peer group "
                + $"{met.Router.Shown(met.Group.Name)} of {met.Router} {met.Router.Shown(Named(router))}."
        );

    private static string Written(IpFamily family) => family == IpFamily.IPv4 ? PeerConfig.IPv4 : PeerConfig.IPv6;

    private static string Named(HashSet<string> families) =>
        families.Count == 0 ? "nothing" : string.Join(" and ", families.Order(StringComparer.Ordinal));
}
