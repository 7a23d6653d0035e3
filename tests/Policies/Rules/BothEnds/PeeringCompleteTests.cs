using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class PeeringCompleteTests
{
    private const string Rule = "peering-complete";
    private const string Green = "CiliumBGPClusterConfig bgplb-green";
    private const string Peer = "spec.bgpInstances[0].peers[0]";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_node_group_without_a_cluster_config_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.Without(Green), "The 2 nodes of group green have no cluster config");

    [Fact]
    public void So_is_one_whose_nodes_have_no_peer() =>
        Expect.Violated(Rule, Shipped.Dev.With(Green, Peer, null), "The 2 nodes of group green have no peer");

    [Fact]
    public void An_address_that_no_router_has_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(Green, $"{Peer}.peerAddress", "10.10.40.2"), "10.10.40.2", "no router");

    [Fact]
    public void A_prefix_length_at_the_address_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(Green, $"{Peer}.peerAddress", "10.10.40.1/24"), "10.10.40.1/24");

    [Fact]
    public void A_peer_without_any_address_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(Green, $"{Peer}.peerAddress", null), "nothing");

    [Fact]
    public void A_peer_may_be_looked_for() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.With(Green, $"{Peer}.peerAddress", null)
                .With(Green, $"{Peer}.autoDiscovery", Fields.Of(("mode", "DefaultGateway")))
        );

    [Fact]
    public void A_subnet_that_the_router_does_not_listen_for_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Vyos("set protocols bgp listen range 10.10.40.0/24 peer-group 'bgplb-dev-ipv4'\n", ""),
            "gateway does not listen",
            "green",
            "10.10.40.0/24"
        );

    [Fact]
    public void A_range_that_holds_half_of_the_subnet_is_not_enough() =>
        Expect.Violated(Rule, Configured.Vyos("range 10.10.40.0/24", "range 10.10.40.0/25"), "10.10.40.0/24");

    [Fact]
    public void A_wider_range_will_do() =>
        Expect.Kept(Rule, Configured.Vyos("range 10.10.40.0/24", "range 10.10.40.0/23"));

    [Fact]
    public void A_range_of_a_group_that_does_not_exist_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Vyos("10.10.40.0/24 peer-group 'bgplb-dev-ipv4'", "10.10.40.0/24 peer-group 'x'"),
            "x"
        );

    [Fact]
    public void A_group_is_not_made_by_what_else_is_said_of_it() =>
        Expect.Violated(
            Rule,
            Configured.Frr(" neighbor bgplb-prod-ipv6 peer-group\n", ""),
            "bgplb-prod-ipv6",
            "not exist"
        );

    [Fact]
    public void Nodes_without_a_subnet_of_the_routers_family_are_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("BgpPeering bgp-peering", "nodeGroups.nodes.subnets[1]", null),
            "udm-pro-ipv6",
            "no subnet of that family"
        );

    [Fact]
    public void A_router_that_is_gone_for_good_need_not_listen() =>
        Expect.Kept(Rule, Configured.Vyos("listen range", "no range").Retained(Configured.Gateway));

    [Fact]
    public void Nodes_that_someone_else_configures_are_not_asked_for_subnets() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.And(
                "kubernetes:cilium.io/v2:CiliumBGPClusterConfig",
                "by-hand",
                Shipped.Dev.The(Green).Properties.Merge(Fields.Of(("metadata", Fields.Of(("name", "by-hand")))))
            )
        );

    [Fact]
    public void Addresses_that_are_not_known_yet_are_not_judged() =>
        Expect.Undecided(Rule, Shipped.Dev.With(Green, $"{Peer}.peerAddress", new Unknown()), "peerAddress");

    [Fact]
    public void What_is_secret_is_not_quoted() =>
        Assert.DoesNotContain(
            "10.10.40.0",
            Expect
                .Violated(
                    Rule,
                    Configured
                        .Vyos("range 10.10.40.0/24", "range 10.10.41.0/24")
                        .With(
                            "BgpPeering bgp-peering",
                            "nodeGroups.green.subnets",
                            Items.Of("10.10.40.0/24").AsSecret()
                        )
                )
                .Message
        );
}
