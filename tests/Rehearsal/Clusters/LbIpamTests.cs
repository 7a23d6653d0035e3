using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Clusters.Gobgp;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

/// <summary>The words and numbers are those of Cilium's own operator, given the same objects.</summary>
public class LbIpamTests
{
    private const string NoPool =
        "False no_pool There are no enabled CiliumLoadBalancerIPPools that match this service";
    private const string OutOfIps =
        "False out_of_ips All enabled CiliumLoadBalancerIPPools that match this service ran out of allocatable IPs";

    private readonly ObjectStore _store = new(TimeProvider.System);
    private JsonObject _values = Values();

    [Fact]
    public void It_sleeps_until_there_is_a_pool()
    {
        Apply(Service("s1"));
        Assert.Null(Service1("s1"));

        Apply(Pool("sel", Block("10.1.0.0/30"), """, "serviceSelector": {"matchLabels": {"app": "zz"}}"""));

        Assert.Equal(NoPool, Service1("s1"));
        Assert.Equal(("4", "4", "0"), Counts("sel"));
    }

    [Fact]
    public void Addresses_that_are_asked_for_are_given_or_refused_with_the_reason()
    {
        Apply(Pool("sel", Block("10.1.0.0/30"), """, "serviceSelector": {"matchLabels": {"app": "zz"}}"""));
        Apply(Asking("s2", "10.1.0.1"));
        Apply(Asking("s3", "10.2.0.1"));
        Apply(Pool("open", "{\"start\": \"10.3.0.1\", \"stop\": \"10.3.0.2\"}"));
        Apply(Service("s1"));
        Apply(Service("s4"));
        Apply(Service("s5"));
        Apply(Asking("s6", "10.3.0.1, 10.3.0.2"));

        Assert.Equal(
            "False pool_selector_mismatch The pool with the CIDR containing '10.1.0.1', doesn't select this service",
            Service1("s2")
        );
        Assert.Equal("False no_pool No pool exists with a CIDR containing '10.2.0.1'", Service1("s3"));
        Assert.Equal("10.3.0.1", Given("s1"));
        Assert.Equal("True satisfied", Service1("s1"));
        Assert.Equal("10.3.0.2", Given("s4"));
        Assert.Equal(OutOfIps, Service1("s5"));
        Assert.Equal(
            "False already_allocated The IP '10.3.0.2' is already allocated to another service",
            Service1("s6")
        );
        Assert.Equal(("2", "0", "2"), Counts("open"));
        Apply(Asking("s1", "10.3.0.9", "spec.loadBalancerIP"));
        Assert.Equal("10.3.0.1", Given("s5"));
    }

    [Fact]
    public void The_newer_of_two_pools_that_overlap_gives_nothing_until_they_no_longer_do()
    {
        Apply(Pool("open", "{\"start\": \"10.3.0.1\", \"stop\": \"10.3.0.2\"}"));
        Apply(Service("s1"));
        Apply(Pool("a-newer", Block("10.3.0.0/29")));
        Apply(Service("s2"));
        Apply(Service("s3"));

        Assert.Equal(
            "True cidr_overlap Pool conflicts since range '10.3.0.0 - 10.3.0.7' overlaps range '10.3.0.1 - 10.3.0.2' from IP Pool 'open'",
            Condition(Pool1("a-newer"), "cilium.io/PoolConflict")
        );
        Assert.Equal("False resolved", Condition(Pool1("open"), "cilium.io/PoolConflict"));
        Assert.Equal(("8", "8", "0"), Counts("a-newer"));
        Assert.Equal(OutOfIps, Service1("s3"));
        Delete(Pool("open", ""));
        Assert.Equal("False resolved", Condition(Pool1("a-newer"), "cilium.io/PoolConflict"));
        Assert.Equal(("10.3.0.1", "10.3.0.2", "10.3.0.0"), (Given("s1"), Given("s2"), Given("s3")));
    }

    [Fact]
    public void A_disabled_pool_keeps_what_it_gave_and_a_deleted_one_takes_it_back()
    {
        var pool = Pool("open", Block("10.3.0.0/30"));
        Apply(pool);
        Apply(Service("s1"));
        pool["spec"]!["disabled"] = true;
        Apply(pool);
        Apply(Service("s2"));

        Assert.Equal("10.3.0.0", Given("s1"));
        Assert.Equal(NoPool, Service1("s2"));
        Delete(pool);
        Assert.Empty(Given("s1"));
        Assert.Equal(NoPool, Service1("s1"));
    }

    [Fact]
    public void A_pool_that_no_longer_selects_a_Service_takes_its_address_back_at_once()
    {
        Apply(Pool("one", Block("10.3.0.0/30")));
        Apply(Service("s1", labels: """{"app": "web"}"""));
        Apply(Pool("two", Block("10.4.0.0/30")));

        Apply(
            Pool(
                "one",
                Block("10.3.0.0/30"),
                """, "serviceSelector": {"matchLabels": {"io.kubernetes.service.name": "s2"}}"""
            )
        );

        Assert.Equal("10.4.0.0", Given("s1"));
        Apply(Service("s2"));
        Assert.Equal("10.3.0.0", Given("s2"));
    }

    [Theory]
    [InlineData("", "10.3.0.0")]
    [InlineData(""", "ipFamilies": ["IPv6"]""", "fd00::")]
    [InlineData(""", "ipFamilies": ["IPv6", "IPv4"]""", "fd00::")]
    [InlineData(""", "ipFamilies": ["IPv6"], "ipFamilyPolicy": "SingleStack" """, "fd00::")]
    [InlineData(""", "ipFamilies": ["IPv6"], "ipFamilyPolicy": "PreferDualStack" """, "fd00::")]
    [InlineData(""", "ipFamilyPolicy": "PreferDualStack" """, "10.3.0.0 fd00::")]
    [InlineData(""", "ipFamilies": ["IPv6"], "ipFamilyPolicy": "RequireDualStack" """, "10.3.0.0 fd00::")]
    [InlineData(""", "loadBalancerClass": "io.cilium/bgp-control-plane" """, "10.3.0.0")]
    [InlineData(""", "loadBalancerClass": "other" """, "")]
    public void A_Service_gets_the_families_that_it_wants(string spec, string expected)
    {
        _values = Json("""{"ipv6": {"enabled": true}}""");
        Apply(Pool("both", $"{Block("10.3.0.0/30")}, {Block("fd00::/126")}"));

        Apply(Service("s1", spec));

        Assert.Equal(expected, Given("s1"));
        Assert.Equal(expected.Length > 0, Service1("s1") is not null);
    }

    [Fact]
    public void A_Service_that_is_no_longer_served_gives_up_its_address()
    {
        Apply(Pool("open", Block("10.3.0.0/32")));
        Apply(Service("s1"));
        Apply(Service("s2"));
        Assert.Equal(("10.3.0.0", ""), (Given("s1"), Given("s2")));

        var service = Service("s1");
        service["spec"]!["type"] = "ClusterIP";
        Apply(service);

        Assert.Equal(("", "10.3.0.0"), (Given("s1"), Given("s2")));
        Assert.Null(Service1("s1"));
    }

    [Fact]
    public void Without_a_default_only_a_class_asks_for_addresses()
    {
        _values = Json("""{"defaultLBServiceIPAM": "none"}""");
        Apply(Pool("open", Block("10.3.0.0/30")));
        Apply(Service("s1"));
        Apply(Service("s2", """, "loadBalancerClass": "io.cilium/bgp-control-plane" """));

        Assert.Empty(Given("s1"));
        Assert.Equal("10.3.0.0", Given("s2"));
    }

    [Fact]
    public void First_and_last_addresses_are_kept_back_on_request_and_count_as_used()
    {
        Apply(Pool("edges", Block("10.9.0.0/29"), """, "allowFirstLastIPs": "No" """));
        Apply(Asking("pinned", "10.9.0.2"));
        Apply(Service("s1"));
        Apply(Service("s2"));
        Apply(Service("s3"));

        Assert.Equal(("10.9.0.1", "10.9.0.3", "10.9.0.4"), (Given("s1"), Given("s2"), Given("s3")));
        Assert.Equal(("8", "2", "6"), Counts("edges"));
        Apply(Pool("pair", Block("10.10.0.0/31"), """, "allowFirstLastIPs": "No" """));
        Assert.Equal(("2", "2", "0"), Counts("pair"));
    }

    private static string Block(string cidr) => $$"""{"cidr": "{{cidr}}"}""";

    private static JsonObject Asking(string name, string addresses, string how = "") =>
        how.Length > 0
            ? Service(name, $", \"loadBalancerIP\": \"{addresses}\"")
            : Service(name, annotations: $$"""{"lbipam.cilium.io/ips": "{{addresses}}"}""");

    private void Apply(JsonObject manifest)
    {
        _store.Apply(manifest);
        Reconcile();
    }

    private void Delete(JsonObject manifest)
    {
        _store.Delete(manifest);
        Reconcile();
    }

    private void Reconcile() =>
        LbIpam.Reconcile(
            _store.Of("CiliumLoadBalancerIPPool"),
            _store.Of("Service"),
            ReleaseValues.Of(_values),
            DateTimeOffset.UnixEpoch
        );

    private string Given(string service) => string.Join(' ', Addresses(_store.Find("Service", service, "default")!));

    private string? Service1(string name) =>
        Condition(_store.Find("Service", name, "default")!, "cilium.io/IPAMRequestSatisfied");

    private JsonObject Pool1(string name) => _store.Find("CiliumLoadBalancerIPPool", name)!;

    private (string?, string?, string?) Counts(string pool)
    {
        return (Count("IPsTotal"), Count("IPsAvailable"), Count("IPsUsed"));

        string? Count(string what) =>
            Condition(Pool1(pool), $"cilium.io/{what}")?.Replace("Unknown noreason ", "", StringComparison.Ordinal);
    }
}
