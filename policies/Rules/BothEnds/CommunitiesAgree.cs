using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>What nodes announce carries what the router asks for.</summary>
internal static class CommunitiesAgree
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "communities-agree",
            Demand = "Announcements carry the communities that the router's import policy asks for.",
            Why = "The router refuses every route without them: the sessions stand, and no address is reachable.",
            Remedy = "Set bgp.communities; advertisement and import policy follow.",
            Wrong = "match community bgplb-prod-communities # permit 64512:100\nattributes: {}",
            Right =
                "match community bgplb-prod-communities # permit 64512:100\n"
                + "attributes: { communities: { standard: [\"64512:100\"] } }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var advertisements = stack.OfKind("CiliumBGPAdvertisement").ToArray();
        return from met in Peerings.Of(stack).Met.DistinctBy(met => (met.Session.Config.Spec.Resource.Urn, met.Group))
            from family in met.Session.Config.Spec["families"].Elements
            let map = MapFor(met.Router, met.Group, family["afi"].Text)
            where map is not null
            let selector = family["advertisements"]
            where selector.Exists
            from advertisement in advertisements
            where LabelSelector.Of(selector).Takes(advertisement["metadata"]["labels"])
            from entry in advertisement["spec"]["advertisements"].Elements
            let communities = entry["attributes"]["communities"]
            let carried = Carried(communities)
            where !map.Permitting.Any(permit => IsMet(met.Router, permit, carried))
            select new Violation(
                communities,
                $"{advertisement} does not carry the communities that {met.Router} asks for in peer group "
                    + $"{met.Router.Shown(met.Group.Name)}."
            );
    }

    /// <summary>The import policy of a family, where it lets anything in.</summary>
    private static RouteMap? MapFor(RouterEnd router, RouterPeer group, string? afi)
    {
        var family = afi is "ipv6" ? IpFamily.IPv6 : IpFamily.IPv4;
        var map = router.RouteMaps.GetValueOrDefault(group.In(family).Import ?? "");
        return map?.Permitting.Any() == true ? map : null;
    }

    private static ImmutableHashSet<string> Carried(Property communities) =>
        [
            .. communities["standard"]
                .Elements.Concat(communities["wellKnown"].Elements)
                .Select(community => community.Text ?? ""),
        ];

    private static bool IsMet(RouterEnd router, RouteMapEntry entry, ImmutableHashSet<string> carried)
    {
        if (entry.Communities is not { } name)
        {
            return true;
        }

        var list = router.CommunityLists.GetValueOrDefault(name) ?? new();
        return list.IsUnderstood
            ? list.Alternatives.Exists(all => all.All(carried.Contains))
            : throw new NotKnownYetException(
                $"{router.Configuration}: a list of communities is not understood by the rule"
            );
    }
}
