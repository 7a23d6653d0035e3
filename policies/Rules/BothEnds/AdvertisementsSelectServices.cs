using BgpLb.Policies.Model;
using BgpLb.Policies.Rules.Cilium;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Advertisements select Services, those of every pool, and say what the router asks for.</summary>
internal static class AdvertisementsSelectServices
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "advertisements-select-services",
            Demand =
                "Each advertisement of Services has a selector, the Services of every pool can be selected, and the "
                + "communities of the stack are on all of them.",
            Why =
                "Without a selector an advertisement announces nothing, and a pool whose Services no selector fits "
                + "gives out addresses that nobody reaches. The router refuses routes without the communities that it "
                + "asks for.",
            Remedy =
                "Give the advertisement a selector that fits the Services (an empty one fits all), and the communities "
                + "of bgp.communities under attributes.communities.standard.",
            Wrong = "- advertisementType: Service\n  service: { addresses: [LoadBalancerIP] }",
            Right =
                "- advertisementType: Service\n  service: { addresses: [LoadBalancerIP] }\n"
                + "  selector: { matchExpressions: [{ key: bgplb/announce, operator: NotIn, values: [\"false\"] }] }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var advertised = Advertised.OfServices(stack).ToArray();
        return advertised
            .SelectMany(one => Selecting(one).Concat(Marking(one, stack)))
            .Concat(Reaching(stack, advertised));
    }

    private static IEnumerable<Violation> Selecting(Property advertised)
    {
        var selector = advertised["selector"];
        if (!selector.Exists)
        {
            yield return new(
                selector,
                $"An advertisement of {advertised.Resource} has no selector and so announces nothing."
            );
        }
    }

    private static IEnumerable<Violation> Marking(Property advertised, StackView stack)
    {
        var standard = advertised["attributes"]["communities"]["standard"];
        var given = standard.Elements.Select(community => community.Text).ToHashSet(StringComparer.Ordinal);
        return from peering in stack.OfType("bgplb:index:BgpPeering")
            from community in peering["communities"].Elements
            where !given.Contains(community.Text)
            select new Violation(
                standard,
                $"An advertisement of {advertised.Resource} lacks the community {community.Shown} of the stack."
            );
    }

    private static IEnumerable<Violation> Reaching(StackView stack, Property[] advertised)
    {
        // One without a selector is found already.
        var selectors = advertised.Select(one => LabelSelector.Of(one["selector"])).ToArray();
        return from pool in stack.OfKind("CiliumLoadBalancerIPPool")
            where pool["spec"]["disabled"].Flag != true
            let services = pool["spec"]["serviceSelector"]
            let served = LabelSelector.Of(services)
            where selectors.All(selector => selector.Excludes(served))
            select new Violation(services, $"No advertisement can select the Services that {pool} serves.");
    }
}
