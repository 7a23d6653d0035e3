using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Tests.Cilium;

/// <summary>LB-IPAM knows no priority among pools, so each Service must be served by one pool of a family only.</summary>
[Trait("Needs", "Programs")]
public sealed class LbIpamTests(LbIpam ipam) : IClassFixture<LbIpam>
{
    private const IpFamily V4 = IpFamily.IPv4;
    private const IpFamily V6 = IpFamily.IPv6;

    [SkippableTheory]
    [InlineData("plain", "default", "", "bgp-default", V4)]
    [InlineData("ingress", "ingress-nginx", "", "bgp-ingress", V4)]
    [InlineData("gateway", "envoy-gateway-system", "", "bgp-ingress", V4)]
    [InlineData("asked", "default", "reserved", "bgp-reserved", V4)]
    [InlineData("ingress-asked", "ingress-nginx", "reserved", "bgp-reserved", V4)]
    [InlineData("only-v6", "default", "", "bgp-default-ipv6", V6)]
    [InlineData("both", "default", "", "bgp-default bgp-default-ipv6", V4, V6)]
    [InlineData("asked-both", "default", "reserved", "bgp-reserved bgp-default-ipv6", V4, V6)]
    [InlineData("ingress-both", "ingress-nginx", "", "bgp-ingress bgp-default-ipv6", V4, V6)]
    public async Task A_Service_gets_its_addresses_from_the_pools_that_are_meant_for_it(
        string name,
        string space,
        string request,
        string pools,
        params IpFamily[] families
    )
    {
        var service = Service(name, space, request, families);
        await ipam.ApplyAsync(ServiceManifest.Namespace(space));
        await ipam.ApplyAsync(service);

        var status = await ipam.WaitAsync(service, status => Addresses(status).Length >= families.Length);

        var from = Addresses(status).Select(PoolOf).Order(StringComparer.Ordinal);
        Assert.Equal(pools.Split(' ').Order(StringComparer.Ordinal), from);
    }

    [SkippableFact]
    public async Task A_Service_that_asks_for_a_pool_that_is_not_there_gets_nothing_and_is_told_so()
    {
        var service = Service("lost", "default", "no-such-pool", [V4]);
        await ipam.ApplyAsync(service);

        var status = await ipam.WaitAsync(service, status => Condition(status, "IPAMRequestSatisfied") is not null);

        Assert.Equal("no_pool", $"{Condition(status, "IPAMRequestSatisfied")!["reason"]}");
        Assert.Empty(Addresses(status));
    }

    [SkippableFact]
    public async Task A_pool_gives_out_the_last_address_of_its_network_too()
    {
        const string Last = "fd47:25e1:2f96:52:100::ff";
        var service = Service("last", "default", "", [V6])
            .With(json => json["metadata"]!["annotations"] = new JsonObject { ["lbipam.cilium.io/ips"] = Last });
        await ipam.ApplyAsync(service);

        var status = await ipam.WaitAsync(service, status => Condition(status, "IPAMRequestSatisfied") is not null);

        Assert.Equal([Last], Addresses(status));
    }

    [SkippableFact]
    public async Task No_pool_conflicts_and_each_has_the_capacity_that_the_design_says()
    {
        var design = Shipped.Design(Shipped.Prod);
        foreach (var manifest in LbIpam.Pools)
        {
            var status = await ipam.WaitAsync(manifest, status => Condition(status, "IPsTotal") is not null);

            Assert.Equal("False", $"{Condition(status, "PoolConflict")?["status"] ?? "False"}");
            var pool = design.Pools.Single(pool => pool.Name == manifest.Name);
            Assert.Equal($"{pool.Capacity}", $"{Condition(status, "IPsTotal")!["message"]}");
        }
    }

    private static Manifest Service(string name, string space, string request, IpFamily[] families) =>
        ServiceManifest.Of(
            name,
            space,
            request.Length > 0 ? new JsonObject { ["bgplb/pool"] = request } : [],
            families
        );

    private static string[] Addresses(JsonNode status) =>
        [.. (status["loadBalancer"]?["ingress"]?.AsArray() ?? []).Select(ingress => $"{ingress!["ip"]}")];

    private static JsonNode? Condition(JsonNode status, string type) =>
        (status["conditions"]?.AsArray() ?? []).FirstOrDefault(condition =>
            $"{condition!["type"]}" == $"cilium.io/{type}"
        );

    private static string PoolOf(string address) =>
        Shipped
            .Design(Shipped.Prod)
            .Pools.Single(pool => pool.Ranges.Any(range => range.Contains(Address.Parse(address)!)))
            .Name;
}
