using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>
/// What a node announces to a neighbour: peer configs select advertisements by their labels, advertisements select
/// Services by theirs. Load-balancer addresses only, each alone in its prefix (no aggregation).
/// </summary>
internal static class Announcements
{
    /// <param name="families">The <c>families</c> of a peer config; none announce nothing.</param>
    public static ImmutableArray<Announcement> Of(ObjectStore store, IEnumerable<JsonNode> families, string node)
    {
        var found = new SortedDictionary<string, List<JsonNode>>(StringComparer.Ordinal);
        foreach (var family in families)
        {
            var wanted = family.Text("afi") == "ipv6" ? IpFamily.IPv6 : IpFamily.IPv4;
            var advertisements =
                from advertisement in store.Of("CiliumBGPAdvertisement")
                where LabelSelector.Selects(family["advertisements"], advertisement.Labels(), whenMissing: false)
                from item in advertisement.Items("spec", "advertisements")
                where item.Texts("service", "addresses").Contains("LoadBalancerIP", StringComparer.Ordinal)
                select item;
            foreach (var advertisement in advertisements)
            {
                foreach (var address in Addresses(store, advertisement, wanted, node))
                {
                    var prefix = $"{address}/{address.Bits}";
                    (found.TryGetValue(prefix, out var list) ? list : found[prefix] = []).Add(advertisement);
                }
            }
        }

        return
        [
            .. found.Select(route => new Announcement(
                route.Key,
                Communities(route.Value, "standard", "wellKnown"),
                Communities(route.Value, "large")
            )),
        ];
    }

    private static IEnumerable<Address> Addresses(
        ObjectStore store,
        JsonNode advertisement,
        IpFamily family,
        string node
    ) =>
        from service in store.Of("Service")
        where service.Text("spec", "type") == "LoadBalancer"
        where
            (service.Text("spec", "loadBalancerClass") ?? AddressRequest.LoadBalancerClass)
            == AddressRequest.LoadBalancerClass
        where
            LabelSelector.Selects(advertisement["selector"], LabelSelector.LabelsOfService(service), whenMissing: false)
        from address in AddressRequest.Addresses(service)
        where address.Family == family
        where service.Text("spec", "externalTrafficPolicy") != "Local" || HasEndpoint(store, service, family, node)
        select address;

    /// <summary>Whether a Service has an endpoint on a node that is ready, which it is unless it says otherwise.</summary>
    private static bool HasEndpoint(ObjectStore store, JsonNode service, IpFamily family, string node) =>
        (
            from slice in store.Of("EndpointSlice")
            where slice.Namespace() == service.Namespace()
            where slice.Labels().GetValueOrDefault("kubernetes.io/service-name") == service.Name()
            where slice.Text("addressType") == $"{family}"
            from endpoint in slice.Items("endpoints")
            where endpoint.Text("nodeName") == node
            where endpoint.Flag("conditions", "ready") != false && endpoint.Flag("conditions", "terminating") != true
            select endpoint
        ).Any();

    private static string Communities(List<JsonNode> advertisements, params string[] kinds) =>
        string.Join(
            ',',
            advertisements
                .SelectMany(it => kinds.SelectMany(kind => it.Texts("attributes", "communities", kind)))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
}
