using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>What a Service wants of LB-IPAM, and what it has. Addresses are not shared between Services here.</summary>
/// <param name="Wanted">Just these; where there are none, one of each family.</param>
/// <param name="Held">What its status says.</param>
internal sealed record AddressRequest(
    IReadOnlyDictionary<string, string> Labels,
    ImmutableArray<Address> Wanted,
    ImmutableArray<IpFamily> Families,
    ImmutableArray<Address> Held
)
{
    public const string LoadBalancerClass = "io.cilium/bgp-control-plane";

    /// <summary>Whether LB-IPAM serves a Service at all.</summary>
    public static bool IsServed(JsonNode service, ReleaseValues values) =>
        service.Text("spec", "type") == "LoadBalancer"
        && (service.Text("spec", "loadBalancerClass") is { } own ? own == LoadBalancerClass : values.IsIpamDefault);

    public static AddressRequest Of(JsonNode service, ReleaseValues values) =>
        new(
            LabelSelector.LabelsOfService(service),
            [.. Asked(service).Distinct()],
            [.. FamiliesOf(service, values)],
            [.. Addresses(service)]
        );

    /// <summary>The addresses in a Service's status.</summary>
    public static IEnumerable<Address> Addresses(JsonNode service) =>
        service
            .Items("status", "loadBalancer", "ingress")
            .Select(ingress => Address.Parse(ingress.Text("ip") ?? ""))
            .OfType<Address>();

    private static IEnumerable<Address> Asked(JsonNode service)
    {
        var annotations = service.Map("metadata", "annotations");
        var listed =
            annotations.GetValueOrDefault("lbipam.cilium.io/ips")
            ?? annotations.GetValueOrDefault("io.cilium/lb-ipam-ips");
        return $"{service.Text("spec", "loadBalancerIP")},{listed}"
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(Address.Parse)
            .OfType<Address>();
    }

    private static IEnumerable<IpFamily> FamiliesOf(JsonNode service, ReleaseValues values)
    {
        IpFamily[] cluster = [.. Enabled(values)];
        IpFamily[] listed =
        [
            .. service.Texts("spec", "ipFamilies").Select(name => name == "IPv6" ? IpFamily.IPv6 : IpFamily.IPv4),
        ];
        return service.Text("spec", "ipFamilyPolicy") switch
        {
            "RequireDualStack" => cluster,
            "PreferDualStack" => listed.Length > 0 ? listed.Intersect(cluster) : cluster,
            _ => (listed.Length > 0 ? listed : cluster).Take(1),
        };
    }

    private static IEnumerable<IpFamily> Enabled(ReleaseValues values)
    {
        if (values.IPv4)
        {
            yield return IpFamily.IPv4;
        }

        if (values.IPv6)
        {
            yield return IpFamily.IPv6;
        }
    }
}
