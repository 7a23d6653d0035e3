namespace BgpLb.Tests.Settings;

public sealed class PoolRulesTests
{
    [Fact]
    public void There_is_one_general_pool_per_family() =>
        StackText
            .Dev.With("- name: dev-reserved\n", "- name: dev-reserved\n      general: true\n")
            .With("general: true\n      addresses: [10.10.50.200", "general: true \n      addresses: [10.10.50.200")
            .IsRefused(
                "pools[1].general: found true, as in pools[0] (dev-default); "
                    + "allowed: one general pool per family; a pool may have several ranges under addresses"
            );

    [Theory]
    [InlineData("request: reserved", "request: reserved\n      general: true", "pools[2].general")]
    [InlineData("request: reserved", "request: reserved\n      namespaces: [x]", "pools[2].namespaces")]
    public void A_pool_is_had_in_one_way(string from, string to, string path)
    {
        var problem = Assert.Single(StackText.Prod.With(from, to).ProblemsBeside());

        Assert.Equal(
            $"{path}: found more than one of general, namespaces and request; "
                + "allowed: exactly one, or pools would compete for a Service",
            $"{problem}"
        );
    }

    [Fact]
    public void A_general_pool_of_both_families_stands_beside_pools_of_both() =>
        StackText
            .Prod.With("    - name: bgp-default-ipv6\n      general: true\n      addresses: [", "")
            .With("\"fd47:25e1:2f96:52:100::/120\"]\n", "")
            .With("[172.29.52.100-172.29.52.199]", "[172.29.52.100-172.29.52.199, \"fd47:25e1:2f96:52:100::/120\"]")
            .IsRefused(
                "pools[0].addresses: found IPv4 and IPv6, while bgp-ingress serves its namespaces in one of them only; "
                    + "allowed: one general pool per family, or Services there would get no address of the other"
            );

    [Fact]
    public void A_namespace_has_one_pool_per_family() =>
        StackText
            .Prod.With("request: reserved", "namespaces: [ingress-nginx]")
            .IsRefused(
                "pools[2].namespaces: found \"ingress-nginx\", as in pools[1] (bgp-ingress); "
                    + "allowed: namespaces that no other pool of the family serves"
            );

    [Fact]
    public void A_request_leads_to_one_pool_per_family() =>
        StackText
            .Prod.With("namespaces: [ingress-nginx, envoy-gateway-system]", "request: reserved # too")
            .With("request: reserved\n", "request: reserved  \n")
            .IsRefused(
                "pools[2].request: found \"reserved\", as in pools[1] (bgp-ingress); "
                    + "allowed: a value that no other pool of the family has"
            );

    [Fact]
    public void A_namespace_may_begin_with_a_digit() =>
        StackText.Prod.With("[ingress-nginx, envoy-gateway-system]", "[1password, 123]").IsAccepted();

    [Fact]
    public void A_pool_has_addresses() =>
        StackText
            .Dev.With("addresses: [10.10.50.200-10.10.50.219]", "addresses: []")
            .IsRefused(
                "pools[1].addresses: found nothing; allowed: a list: FIRST-LAST, a network or one address, "
                    + "such as 10.10.50.10-10.10.50.99, at least 1"
            );

    [Theory]
    [InlineData("- name: dev-reserved", "- name: dev-default", "pools[1].name", "dev-default", "pools[0].name")]
    [InlineData("- name: green", "- name: blue", "cluster.nodeGroups[1].name", "blue", "cluster.nodeGroups[0].name")]
    public void Names_are_used_once(string from, string to, string path, string name, string first) =>
        StackText
            .Dev.With(from, $"{to} # twice")
            .IsRefused($"{path}: found \"{name}\", as in {first}; allowed: a name of its own");

    [Fact]
    public void Nodes_have_names_of_their_own() =>
        StackText
            .Prod.With("{ name: home-ops-3,", "{ name: home-ops-1,  ")
            .IsRefused(
                "cluster.nodeGroups[0].nodes[2].name: found \"home-ops-1\", as in cluster.nodeGroups[0].nodes[0].name; "
                    + "allowed: a name of its own"
            );

    [Theory]
    [InlineData("Dev-Reserved")]
    [InlineData("dev_reserved")]
    [InlineData("-reserved")]
    [InlineData("reserved-")]
    [InlineData("9reserved")]
    [InlineData("a-name-that-is-longer-than-forty-letters-")]
    public void A_name_fits_into_Kubernetes_and_routers(string name) =>
        StackText
            .Dev.With("- name: dev-reserved", $"- name: {name}")
            .IsRefused(
                $"pools[1].name: found \"{name}\"; "
                    + "allowed: a name of a–z, 0–9 and -, at most 40 characters, beginning with a letter"
            );
}
