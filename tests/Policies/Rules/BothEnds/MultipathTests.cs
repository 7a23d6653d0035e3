using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class MultipathTests
{
    private const string Rule = "multipath";
    private const string Peering = "BgpPeering bgp-peering";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void Fewer_next_hops_than_nodes_are_found() =>
        Expect.Violated(Rule, Configured.Vyos("ebgp '8'", "ebgp '4'"), "IPv4 over 4 next hops", "5 nodes");

    [Fact]
    public void As_many_are_enough() => Expect.Kept(Rule, Configured.Vyos("ebgp '8'", "ebgp '5'"));

    [Fact]
    public void Each_family_is_judged_by_itself() =>
        Expect.Violated(
            Rule,
            Configured.Frr(
                "address-family ipv6 unicast\n  maximum-paths 8",
                "address-family ipv6 unicast\n  maximum-paths 2"
            ),
            "IPv6 over 2",
            "3 nodes"
        );

    [Fact]
    public void Maximum_paths_outside_the_address_family_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Frr(" bgp listen limit 22\n", " maximum-paths 8\n bgp listen limit 22\n"),
            "udm-pro",
            "outside"
        );

    [Fact]
    public void In_VyOS_as_well() =>
        Expect.Violated(Rule, Configured.AndVyos("set protocols bgp maximum-paths ebgp '8'"), "outside");

    [Fact]
    public void A_router_that_says_nothing_spreads_as_far_as_it_can() =>
        Expect.Kept(
            Rule,
            Configured.Vyos("set protocols bgp address-family ipv4-unicast maximum-paths ebgp '8'\n", "")
        );

    [Theory]
    [InlineData(256, 500, 0)]
    [InlineData(255, 500, 1)]
    [InlineData(255, 256, 1)]
    [InlineData(255, 255, 0)]
    public void More_than_256_no_router_can(int paths, int nodes, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured
                        .Frr("ipv4 unicast\n  maximum-paths 8", $"ipv4 unicast\n  maximum-paths {paths}")
                        .Replace(Configured.UdmPro, "configuration", "maximum-paths 8", "maximum-paths 256")
                        .With(Peering, "nodeGroups.nodes.nodes", nodes)
                )
                .Findings.Length
        );

    [Fact]
    public void A_node_with_two_sessions_is_one_next_hop() =>
        Expect.Kept(
            Rule,
            Configured
                .Frr("maximum-paths 8", "maximum-paths 3")
                .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.families[1]", Family("ipv4"))
        );

    [Fact]
    public void Nodes_that_do_not_announce_the_family_do_not_count() =>
        Expect.Kept(
            Rule,
            Configured
                .Frr("maximum-paths 8", "maximum-paths 2")
                .With("CiliumBGPPeerConfig bgplb-ipv4", "spec.families[0]", Family("ipv6", "multicast"))
                .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.families[0]", Family("ipv6", "multicast"))
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.Vyos("ebgp '8'", "ebgp '4'").Retained(Configured.Gateway));

    private static BgpLb.Graph.Fields Family(string afi, string safi = "unicast") =>
        BgpLb.Graph.Fields.Of(("afi", afi), ("safi", safi));
}
