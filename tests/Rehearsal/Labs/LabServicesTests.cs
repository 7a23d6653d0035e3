using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Labs;
using BgpLb.Settings;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Rehearsal.Labs;

/// <summary>The Services of a lab: a default set, or what the stack's file says.</summary>
public sealed class LabServicesTests
{
    private static readonly string[] Nodes = ["one", "two", "three"];

    private static StackText Written { get; } =
        StackText.Prod.And(
            """
              bgplb:rehearsal:
                services:
                  - { name: web, pool: bgp-ingress, externalTrafficPolicy: local, endpoints: 2 }
                  - { name: quiet, pool: bgp-default-ipv6, announce: false }
            """
        );

    [Fact]
    public void Without_any_in_the_file_each_pool_has_one_of_each_policy_and_one_opts_out() =>
        Assert.Equal(
            [
                "bgp-default-cluster Cluster 3",
                "bgp-default-local Local 2",
                "bgp-default-hidden Cluster 3 hidden",
                "bgp-ingress-cluster Cluster 3",
                "bgp-ingress-local Local 2",
                "bgp-reserved-cluster Cluster 3",
                "bgp-reserved-local Local 2",
                "bgp-default-ipv6-cluster Cluster 3",
                "bgp-default-ipv6-local Local 2",
            ],
            Made(StackText.Prod)
        );

    [Fact]
    public void Those_of_the_file_take_the_place_of_the_default_set() =>
        Assert.Equal(["web Local 2", "quiet Cluster 3 hidden"], Made(Written));

    [Fact]
    public void The_pool_decides_namespace_and_family()
    {
        var services = LabServices.Of(Written.Read().Settings!, Nodes).Where(IsService).ToArray();

        Assert.Equal(["ingress-nginx", "default"], services.Select(one => $"{one["metadata"]!["namespace"]}"));
        Assert.Equal(["IPv4", "IPv6"], services.Select(one => $"{one["spec"]!["ipFamilies"]![0]}"));
    }

    [Fact]
    public void A_Service_of_no_pool_is_refused() =>
        Written
            .With("pool: bgp-ingress,", "pool: bgp-ingres,")
            .IsRefused(
                "rehearsal.services[0].pool: found \"bgp-ingres\"; allowed: \"bgp-ingress\" is the nearest known one"
            );

    [Fact]
    public void So_is_a_name_that_occurs_twice() =>
        Written
            .With("name: quiet", "name: web ")
            .IsRefused("rehearsal.services[1].name: found \"web\", a second time; allowed: a name of its own");

    private static bool IsService(JsonObject manifest) => $"{manifest["kind"]}" == "Service";

    /// <summary>Name, policy, number of endpoints, and whether it opts out.</summary>
    private static IEnumerable<string> Made(StackText stack)
    {
        var manifests = LabServices.Of(stack.Read().Settings!, Nodes).ToArray();
        return from service in manifests.Where(IsService)
            let name = $"{service["metadata"]!["name"]}"
            let slice = manifests.Single(one =>
                $"{one["kind"]}" == "EndpointSlice" && $"{one["metadata"]!["name"]}" == name
            )
            let hidden = $"{service["metadata"]!["labels"]!["bgplb/announce"]}" == "false" ? " hidden" : ""
            select $"{name} {service["spec"]!["externalTrafficPolicy"]} {slice["endpoints"]!.AsArray().Count}{hidden}";
    }
}
