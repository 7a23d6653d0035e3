namespace BgpLb.Tests.Policies.Model;

/// <summary>Which lines of a configuration the model holds, and which are kept aside.</summary>
public sealed class RouterLinesTests
{
    [Theory]
    [InlineData("bgp listen limit 3")]
    [InlineData("bgp listen range 10.0.0.0/24 peer-group g")]
    [InlineData("no bgp graceful-restart notification")]
    [InlineData("bgp graceful-restart stalepath-time 4")]
    [InlineData("bgp graceful-restart-disable")]
    [InlineData("no bgp default ipv4-unicast")]
    [InlineData("bgp shutdown message away")]
    [InlineData("timers bgp 3 9")]
    [InlineData("neighbor g peer-group")]
    [InlineData("neighbor 10.0.0.1 peer-group g")]
    [InlineData("neighbor g remote-as external")]
    [InlineData("neighbor g password secret")]
    [InlineData("no neighbor g password secret")]
    [InlineData("neighbor g timers 3 9")]
    [InlineData("neighbor g graceful-restart-helper")]
    [InlineData("neighbor g graceful-restart-disable")]
    [InlineData("neighbor g ttl-security hops 1")]
    [InlineData("neighbor g shutdown")]
    [InlineData("neighbor g activate")]
    [InlineData("neighbor g maximum-prefix 5")]
    [InlineData("neighbor g route-map m in")]
    [InlineData("neighbor g route-map m out")]
    [InlineData("address-family ipv6 unicast")]
    [InlineData("exit")]
    [InlineData("end")]
    [InlineData("ip prefix-list l seq 5 permit 10.0.0.0/8 ge 9 le 32")]
    [InlineData("ip prefix-list l deny any")]
    [InlineData("bgp community-list standard c seq 5 permit 64512:1")]
    [InlineData("route-map m permit 10")]
    public void A_line_of_FRR_that_the_model_holds_is_not_kept_aside(string line) =>
        Assert.Empty(RouterEndTests.Read("frr", $"router bgp 1\n {line}\n").Aside);

    [Theory]
    [InlineData("bgp listen limit many")]
    [InlineData("timers bgp often 9")]
    [InlineData("neighbor g timers 3 long")]
    [InlineData("neighbor g description a node")]
    [InlineData("no neighbor g route-map m in")]
    [InlineData("maximum-paths 4")]
    [InlineData("bgp bestpath as-path multipath-relax")]
    [InlineData("ip prefix-list l seq 5 allow 10.0.0.0/8")]
    [InlineData("ip prefix-list l permit 10.0.0.0/40")]
    [InlineData("ip prefix-list l permit 10.0.0.0/8 ge nine")]
    [InlineData("bgp community-list standard c deny 64512:1")]
    [InlineData("router rip")]
    public void A_line_of_FRR_that_it_does_not_hold_is(string line) =>
        Assert.Equal([line], RouterEndTests.Read("frr", $"router bgp 1\n {line}\n").Aside);

    [Theory]
    [InlineData("match ip address prefix-list l", false)]
    [InlineData("match community c", false)]
    [InlineData("set metric 3", true)]
    [InlineData("description of ours", true)]
    [InlineData("match interface eth0", true)]
    public void So_is_one_of_a_route_map(string line, bool isAside)
    {
        var end = RouterEndTests.Read("frr", $"route-map m permit 10\n {line}\n");

        Assert.Equal(isAside ? [line] : [], end.Aside);
        Assert.Equal(line.StartsWith("match int", StringComparison.Ordinal), end.RouteMaps["m"].Entries[0].HasMore);
    }

    [Theory]
    [InlineData("system-as 1")]
    [InlineData("listen limit 3")]
    [InlineData("listen range 10.0.0.0/24 peer-group g")]
    [InlineData("address-family ipv4-unicast maximum-paths ebgp 4")]
    [InlineData("parameters graceful-restart stalepath-time 4")]
    [InlineData("parameters shutdown")]
    [InlineData("timers keepalive 3")]
    [InlineData("peer-group g")]
    [InlineData("neighbor 10.0.0.1 peer-group g")]
    [InlineData("peer-group g remote-as external")]
    [InlineData("peer-group g password secret")]
    [InlineData("peer-group g graceful-restart disable")]
    [InlineData("peer-group g ttl-security hops 1")]
    [InlineData("peer-group g shutdown")]
    [InlineData("peer-group g address-family ipv4-unicast")]
    [InlineData("peer-group g address-family ipv6-unicast maximum-prefix 5")]
    [InlineData("peer-group g address-family ipv6-unicast route-map import m")]
    [InlineData("peer-group g address-family ipv6-unicast route-map export m")]
    public void A_line_of_VyOS_that_the_model_holds_is_not_kept_aside(string line) =>
        Assert.Empty(RouterEndTests.Read("vyos", $"set protocols bgp {line}").Aside);

    [Theory]
    [InlineData("protocols bgp maximum-paths ebgp 4")]
    [InlineData("protocols bgp neighbor 10.0.0.1 description node")]
    [InlineData("protocols bgp peer-group g address-family ipv4-unicast weight 3")]
    [InlineData("protocols bgp peer-group g address-family l2vpn-evpn")]
    [InlineData("protocols bgp bestpath as-path multipath-relax")]
    [InlineData("protocols ospf area 0")]
    [InlineData("policy as-path-list l rule 5 action permit")]
    [InlineData("policy prefix-list l rule 5 prefix 10.0.0.0/40")]
    [InlineData("policy prefix-list l rule 5 description ours")]
    [InlineData("policy route-map m rule 5 set metric 3")]
    [InlineData("policy route-map m rule 5 match interface eth0")]
    [InlineData("policy community-list c rule 5 action deny")]
    public void A_line_of_VyOS_that_it_does_not_hold_is(string line) =>
        Assert.Equal([$"set {line}"], RouterEndTests.Read("vyos", $"set {line}").Aside);
}
