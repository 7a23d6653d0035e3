using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class FamiliesAgreeTests
{
    private const string Rule = "families-agree";
    private const string IPv6 = "CiliumBGPPeerConfig bgplb-ipv6";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_family_that_only_the_nodes_have_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Frr("  neighbor bgplb-prod-ipv6 activate\n  neighbor", "  neighbor"),
            "ipv6/unicast",
            "bgplb-prod-ipv6 of udm-pro nothing"
        );

    [Fact]
    public void FRR_exchanges_IPv4_unless_it_is_told_not_to() =>
        Expect.Violated(
            Rule,
            Configured.Frr("  no neighbor bgplb-prod-ipv6 activate\n", ""),
            "udm-pro-ipv6",
            "ipv4/unicast and ipv6/unicast"
        );

    [Fact]
    public void For_all_peers_it_can_be_told_so_as_well() =>
        Expect.Kept(
            Rule,
            Configured
                .Frr("  no neighbor bgplb-prod-ipv6 activate\n", "")
                .Replace(
                    Configured.UdmPro,
                    "configuration",
                    " bgp router-id",
                    " no bgp default ipv4-unicast\n bgp router-id"
                )
        );

    [Fact]
    public void VyOS_exchanges_what_is_spoken_of() =>
        Assert.Equal(
            2,
            Expect
                .VerdictOf(
                    Rule,
                    Configured.AndVyos("set protocols bgp peer-group bgplb-dev-ipv4 address-family ipv6-unicast")
                )
                .Findings.Length
        );

    [Fact]
    public void And_nothing_else() =>
        Assert.Equal(
            2,
            Expect
                .VerdictOf(Rule, Configured.Vyos("address-family ipv4-unicast", "address-family l2vpn-evpn"))
                .Findings.Length
        );

    [Fact]
    public void A_family_other_than_unicast_is_found() =>
        Expect.Violated(Rule, Shipped.Prod.With(IPv6, "spec.families[0].safi", "mpls_label"), "ipv6/mpls_label");

    [Fact]
    public void Left_out_families_are_both() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(IPv6, "spec.families", null),
            "exchanges ipv4/unicast and ipv6/unicast, but",
            "udm-pro ipv6/unicast"
        );

    [Fact]
    public void So_they_are_without_a_peer_config() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(
                "CiliumBGPClusterConfig bgplb-nodes",
                "spec.bgpInstances[0].peers[1].peerConfigRef",
                null
            ),
            "ipv4/unicast and ipv6/unicast, but"
        );

    [Fact]
    public void A_peer_config_that_does_not_exist_has_no_families() => Expect.Kept(Rule, Shipped.Prod.Without(IPv6));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Prod.With(IPv6, "spec.families", null).Retained(Configured.UdmPro));

    [Fact]
    public void Families_that_are_secret_are_not_quoted() =>
        Assert.DoesNotContain(
            "mpls",
            Expect
                .Violated(
                    Rule,
                    Shipped.Prod.With(
                        IPv6,
                        "spec",
                        Fields.Of(("families", Items.Of(Fields.Of(("afi", "ipv6"), ("safi", "mpls_label"))))).AsSecret()
                    )
                )
                .Message
        );
}
