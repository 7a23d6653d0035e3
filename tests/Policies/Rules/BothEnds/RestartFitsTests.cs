using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class RestartFitsTests
{
    private const string Rule = "restart-fits";
    private const string IPv4 = "CiliumBGPPeerConfig bgplb-ipv4";
    private const string Helper = "neighbor bgplb-prod-ipv6 graceful-restart-helper";
    private const string NoNotification = " no bgp graceful-restart notification\n";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_router_that_drops_the_routes_of_graceful_nodes_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Frr(Helper, "neighbor bgplb-prod-ipv6 graceful-restart-disable"),
            "bgplb-ipv6",
            "drops",
            "bgplb-prod-ipv6"
        );

    [Fact]
    public void VyOS_is_judged_by_its_own_words() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(IPv4, "spec.gracefulRestart", Fields.Of(("enabled", true))),
            "gateway drops",
            "bgplb-dev-ipv4"
        );

    [Fact]
    public void The_whole_router_can_refuse() =>
        Expect.Violated(
            Rule,
            Configured
                .Frr($" {Helper}\n", "")
                .Replace(
                    Configured.UdmPro,
                    "configuration",
                    NoNotification,
                    $"{NoNotification} bgp graceful-restart-disable\n"
                ),
            "drops",
            "bgplb-prod-ipv6"
        );

    [Fact]
    public void A_group_that_says_nothing_helps() => Expect.Kept(Rule, Configured.Frr($" {Helper}\n", ""));

    [Fact]
    public void A_router_that_keeps_a_dead_nodes_routes_is_found() =>
        Assert.Equal(2, Expect.VerdictOf(Rule, Configured.Frr(NoNotification, "")).Findings.Length);

    [Fact]
    public void It_may_keep_them_for_a_time_of_its_own() =>
        Expect.Kept(Rule, Configured.Frr(NoNotification, " bgp graceful-restart stalepath-time 10\n"));

    [Theory]
    [InlineData("set protocols bgp parameters graceful-restart stalepath-time '4'", 0)]
    [InlineData("", 1)]
    public void VyOS_needs_that_time(string line, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured
                        .Vyos("graceful-restart 'disable'", "graceful-restart 'restart-helper'")
                        .Replace(Configured.Gateway, "configuration", "# Owned", $"{line}\n# Owned")
                        .With(IPv4, "spec.gracefulRestart.enabled", true)
                )
                .Findings.Length
        );

    [Fact]
    public void Nodes_that_do_not_ask_for_it_need_no_help() =>
        Expect.Kept(Rule, Configured.Vyos("graceful-restart 'disable'", "graceful-restart 'restart-helper'"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.Frr(NoNotification, "").Retained(Configured.UdmPro));
}
