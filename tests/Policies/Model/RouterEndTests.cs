using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Policies.Model;

public sealed class RouterEndTests
{
    private static readonly Uri Api = new("https://172.29.51.1/");

    /// <summary>One design in every language.</summary>
    public static TheoryData<string> Languages => ["vyos", "frr", "api"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void What_a_design_says_is_read_again(string language)
    {
        var end = Of(language);
        Assert.Equal(64513u, end.Asn);
        Assert.Equal(22u, end.ListenLimit);
        Assert.Equal([8u, 8u], end.MaximumPaths.Values);
        Assert.False(end.HasStrayMaximumPaths || end.IsShutDown || end.RefusesRestarts || end.IsRetained);
        Assert.Equal(language is "vyos" ? 4u : null, end.StalePathTime);
        Assert.Equal(language is "vyos", end.KeepsRoutesOfTheSilent);
        Assert.Empty(end.Neighbors);
        Assert.Equal(
            "172.29.51.0/24 bgplb-prod-ipv4, fd47:25e1:2f96:51::/64 bgplb-prod-ipv6",
            string.Join(", ", end.ListenRanges.Select(range => $"{range.Range} {range.Group}"))
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void So_are_its_peer_groups(string language)
    {
        var end = Of(language);
        Assert.Equal(["bgplb-prod-ipv4", "bgplb-prod-ipv6"], end.ListeningGroups.Select(group => group.Name));
        Assert.All(
            end.ListeningGroups,
            group =>
            {
                Assert.Equal("64512", group.RemoteAs);
                Assert.True(group.HasPassword);
                Assert.Equal(RestartMode.Helps, group.Restart);
                Assert.Equal(language is "vyos" ? null : new SessionTimers(3, 9), group.Timers);
                Assert.False(group.HasTtlSecurity || group.IsShutDown);
                var family = Assert.Single(group.ActiveIn(end));
                Assert.Equal(family == IpFamily.IPv4 ? 171u : 256u, group.In(family).PrefixLimit);
                Assert.Equal($"{group.Name}-import", group.In(family).Import);
                Assert.Equal($"{group.Name}-export", group.In(family).Export);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void So_is_what_is_accepted(string language)
    {
        var end = Of(language);
        foreach (var family in Designs.Prod.Families)
        {
            var import = end.RouteMaps[$"{family.PeerGroup}-import"];
            var filter = ImportFilter.Of(end, import, family.Family);
            Assert.Equal(
                string.Join(' ', AddressSet.Of(family.Accepted.Select(prefix => prefix.Range)).Ranges),
                string.Join(' ', filter.Addresses.Ranges)
            );
            Assert.True(filter.Networks.IsEmpty);
            Assert.Empty(end.RouteMaps[$"{family.PeerGroup}-export"].Permitting);
            var list = end.CommunityLists[Assert.Single(import.Permitting).Communities!];
            Assert.True(list.IsUnderstood);
            Assert.Equal("64512:100 64512:200", string.Join(' ', Assert.Single(list.Alternatives)));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Only_what_no_rule_asks_for_is_kept_aside(string language) =>
        Assert.All(
            Of(language).Aside,
            line =>
                Assert.Matches(
                    "router-id|soft-reconfiguration|blackhole|multipath|next-hop|nexthop|^frr defaults",
                    line
                )
        );

    [Theory]
    [InlineData("router ospf", "network 10.0.0.0/8 area 0")]
    [InlineData("router bgp 1 vrf red", "bgp listen limit 3")]
    [InlineData("router bgp 1\n address-family l2vpn evpn", "maximum-paths 3")]
    public void Blocks_that_are_not_understood_are_kept_aside(string block, string line)
    {
        var end = Read("frr", $"{block}\n  {line}\nexit\n");
        Assert.Contains(line, end.Aside);
        Assert.Null(end.ListenLimit);
        Assert.Empty(end.MaximumPaths);
        Assert.False(end.HasStrayMaximumPaths);
    }

    [Fact]
    public void VyOS_takes_both_timers_or_neither()
    {
        Assert.Null(Read("vyos", "set protocols bgp timers holdtime 9").Timers);
        Assert.Equal(
            new SessionTimers(3, 9),
            Read("vyos", "set protocols bgp timers holdtime 9\nset protocols bgp timers keepalive 3").Timers
        );
    }

    [Theory]
    [InlineData("frr", "ip prefix-list l permit 10.0.0.1/32\nipv6 prefix-list l permit fd00::1/128")]
    [InlineData(
        "vyos",
        "set policy prefix-list l rule 5 action permit\nset policy prefix-list l rule 5 prefix 10.0.0.1/32\n"
            + "set policy prefix-list6 l rule 5 action permit\nset policy prefix-list6 l rule 5 prefix fd00::1/128"
    )]
    public void A_name_can_be_used_in_both_families(string language, string text)
    {
        var end = Read(language, text);

        Assert.Equal("10.0.0.1", Assert.Single(end.PrefixLists(IpFamily.IPv4)["l"].Addresses.Ranges).ToString());
        Assert.Equal("fd00::1", Assert.Single(end.PrefixLists(IpFamily.IPv6)["l"].Addresses.Ranges).ToString());
    }

    [Fact]
    public void After_an_address_family_the_instance_goes_on()
    {
        var end = Read(
            "frr",
            "router bgp 1\n address-family l2vpn evpn\n exit-address-family\n bgp listen limit 3\n exit\n bgp listen limit 4\n"
        );
        Assert.Equal(3u, end.ListenLimit);
        Assert.Equal(["address-family l2vpn evpn", "bgp listen limit 4"], end.Aside);
    }

    [Fact]
    public void FRR_takes_a_peers_IPv4_part_outside_the_family_as_well()
    {
        var end = Read("frr", "router bgp 1\n neighbor g peer-group\n neighbor g route-map m in\n");
        Assert.Equal("m", end.GroupOf("g")!.In(IpFamily.IPv4).Import);
    }

    [Theory]
    [InlineData("_64512:1_(.*_)*_64512:2_")]
    [InlineData("64512:1")]
    [InlineData("_64512:.*_")]
    public void An_expression_that_is_not_ours_is_not_understood(string expression) =>
        Assert.False(
            Read("vyos", $"set policy community-list c rule 10 regex '{expression}'").CommunityLists["c"].IsUnderstood
        );

    [Fact]
    public void A_change_without_a_configuration_says_nothing()
    {
        var end = RouterEnd.Of(Change(Fields.Of(("dialect", "frr"))));
        Assert.Null(end.Asn);
        Assert.Empty(end.Groups);
        Assert.Empty(end.Aside);
    }

    [Fact]
    public void It_is_read_once()
    {
        var change = Change(Fields.Of(("configuration", "router bgp 1")));
        Assert.Same(RouterEnd.Of(change), RouterEnd.Of(change));
    }

    private static RouterEnd Of(string language)
    {
        var design = Designs.Of(
            language is "vyos" ? Dialect.Vyos
                : language is "frr" ? Dialect.Frr
                : Dialect.Unifi,
            IpFamily.IPv4,
            IpFamily.IPv6
        );
        design = design with { Communities = ["64512:200", "64512:100"] };
        return Read(language, RouterConfiguration.Of(language is "api" ? ByApi(design) : design));
    }

    private static RouterDesign ByApi(RouterDesign design) =>
        design with
        {
            Access = new ApiSettings(Api, "default", Pin: null),
        };

    internal static RouterEnd Read(string language, string configuration) =>
        RouterEnd.Of(Change(Fields.Of(("dialect", language), ("configuration", configuration))));

    private static StackResource Change(Fields inputs) =>
        new("urn", "bgplb:index:RouterChange", "r", inputs, Parent: null, [], IsProtected: false);
}
