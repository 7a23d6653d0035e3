using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>Nothing comes in or goes out because nobody has thought of it.</summary>
internal static class ExplicitPolicies
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "explicit-policies",
            Demand = "Every peer group filters by prefix list what comes in, and sends nothing out.",
            Why =
                "Without an import policy VyOS takes any route from a node, the default route included, and FRR takes none. "
                + "Without an export policy that denies, nodes are told each other's addresses.",
            Remedy =
                "Give the peer group a route map with a prefix list for what comes in, and one that denies for what goes out.",
            Wrong = "neighbor bgplb-prod-ipv4 activate",
            Right =
                "neighbor bgplb-prod-ipv4 activate\nneighbor bgplb-prod-ipv4 route-map bgplb-prod-ipv4-import in\n"
                + "neighbor bgplb-prod-ipv4 route-map bgplb-prod-ipv4-export out",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack) =>
        from router in Peerings.Of(stack).Routers
        from @group in router.Groups.Values
        where @group.IsDeclared
        from family in @group.ActiveIn(router)
        from wrong in (string?[])
            [Import(router, @group.In(family).Import, family), Export(router, @group.In(family).Export)]
        where wrong is not null
        select new Violation(
            router.Configuration,
            $"{router} has {wrong} for {family} in peer group {router.Shown(@group.Name)}."
        );

    private static string? Import(RouterEnd router, string? name, IpFamily family) =>
        name is null ? "no import policy"
        : !router.RouteMaps.TryGetValue(name, out var map)
            ? $"an import policy {router.Shown(name)} that does not exist"
        : !ImportFilter.IsBounded(map, family) ? $"an import policy {router.Shown(name)} without a prefix list"
        : null;

    private static string? Export(RouterEnd router, string? name) =>
        name is null ? "no export policy"
        : !router.RouteMaps.TryGetValue(name, out var map)
            ? $"an export policy {router.Shown(name)} that does not exist"
        : map.Permitting.Any() ? $"an export policy {router.Shown(name)} that permits something"
        : null;
}
