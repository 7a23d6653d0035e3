using BgpLb.Policies.Model;
using BgpLb.Policies.Rules.Cilium;

namespace BgpLb.Policies.Rules.Announcements;

/// <summary>Of a Service only its load-balancer addresses leave the cluster, each by itself.</summary>
internal static class OnlyLbAddresses
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "only-lb-addresses",
            Demand = "Advertisements of Services announce LoadBalancerIP and nothing else, without aggregation.",
            Why =
                "Cluster and external IPs open Services that nobody meant to open. The routers take single addresses "
                + "only, so that an aggregate does not pass their filters.",
            Remedy =
                "Write service: { addresses: [LoadBalancerIP] }, without aggregationLengthIPv4 and aggregationLengthIPv6.",
            Wrong = "service: { addresses: [LoadBalancerIP, ClusterIP], aggregationLengthIPv4: 24 }",
            Right = "service: { addresses: [LoadBalancerIP] }",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource) =>
        from advertised in Advertised.Of(resource).Where(Advertised.IsOfServices)
        from violation in Addresses(advertised["service"]["addresses"]).Concat(Aggregation(advertised["service"]))
        select violation;

    private static IEnumerable<Violation> Addresses(Property addresses)
    {
        if (!addresses.Elements.Any())
        {
            yield return new(addresses, $"{addresses.Resource} announces no addresses of its Services.");
        }

        foreach (var address in addresses.Elements.Where(address => address.Text != "LoadBalancerIP"))
        {
            yield return new(address, $"{address.Resource} announces {address.Shown} of its Services.");
        }
    }

    private static IEnumerable<Violation> Aggregation(Property service) =>
        from length in new[] { service["aggregationLengthIPv4"], service["aggregationLengthIPv6"] }
        where length.Exists
        select new Violation(length, $"{length.Resource} announces aggregates of length {length.Shown}.");
}
