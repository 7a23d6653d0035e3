using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Failover;

public sealed class FailoverBudgetTests
{
    private const string Rule = "failover-budget";

    private static StackView Prod { get; } = Shipped.Prod;

    private static StackView Unprobed { get; } = Prod.With("RouterChange udm-pro", "probesNeighbours", false);

    /// <summary>A router that keeps stale routes of dead nodes, too, as VyOS does.</summary>
    private static StackView Stale { get; } =
        Unprobed.With("RouterChange udm-pro", "keepsRoutes", Fields.Of(("ofRestarting", 20), ("ofDead", 20)));

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void Graceful_restart_of_120_s_with_a_hold_time_of_90_s_next_to_a_promise_of_3_s() =>
        Expect.Violated(
            Rule,
            Promising(Forgotten(Prod), "nodeDies", 3)
                .With("CiliumBGPPeerConfig bgplb-ipv4", "spec.timers.holdTimeSeconds", 90)
                .With("CiliumBGPPeerConfig bgplb-ipv4", "spec.gracefulRestart.restartTimeSeconds", 120),
            "nodeDies costs 210.5 s at worst at udm-pro with CiliumBGPPeerConfig bgplb-ipv4",
            "hold time 90 s + stale routes 120 s + routing table 0.5 s",
            "while 3 s are promised"
        );

    [Fact]
    public void What_no_object_says_is_as_Cilium_and_FRR_have_it() =>
        Expect.Violated(
            Rule,
            Promising(Forgotten(Prod), "linkLost", 210)
                .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.timers", null)
                .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.gracefulRestart.restartTimeSeconds", null),
            "210.5 s",
            "bgplb-ipv6"
        );

    [Fact]
    public void A_peer_config_that_is_not_there_has_Cilium_s_timers()
    {
        var without = Unprobed.Without("CiliumBGPPeerConfig bgplb-ipv4").Without("CiliumBGPPeerConfig bgplb-ipv6");

        Expect.Violated(Rule, Promising(without, "nodeDies", 90.4), "90.5 s");
        Expect.Violated(Rule, Promising(without, "routerReboots", 126), "connect retry 120 s");
        Expect.Kept(Rule, Promising(without, "routerReboots", 127));
    }

    [Fact]
    public void A_router_that_no_resource_is_does_not_probe() =>
        Expect.Violated(
            Rule,
            Promising(Prod, "nodeDies", 39)
                .With(
                    "CiliumBGPClusterConfig bgplb-nodes",
                    "spec.bgpInstances[0].peers[1].peerAddress",
                    "fd47:25e1:2f96:51::9"
                ),
            "39.5 s at worst at fd47:25e1:2f96:51::9"
        );

    [Fact]
    public void An_address_may_be_written_in_another_way() =>
        Expect.Kept(
            Rule,
            Prod.With(
                "CiliumBGPClusterConfig bgplb-nodes",
                "spec.bgpInstances[0].peers[1].peerAddress",
                "FD47:25e1:2f96:0051:0::1"
            )
        );

    [Theory]
    [InlineData("dev", "speakerKilled", 0.5)]
    [InlineData("dev", "nodeDies", 0.5)]
    [InlineData("dev", "agentRestarts", 0.5)]
    [InlineData("dev", "nodeDrained", 0.5)]
    [InlineData("dev", "linkLost", 0.5)]
    [InlineData("dev", "routerReboots", 12)]
    [InlineData("prod", "nodeDies", 0.5)]
    [InlineData("prod", "nodeDrained", 0.5)]
    public void The_exact_worst_case_may_be_promised_and_nothing_less(string stack, string fault, double worst) =>
        AssertWorst(Shipped.Of(stack), fault, worst);

    [Theory]
    [InlineData("nodeDies", 9.5, "hold time 9 s + routing table")]
    [InlineData("nodeDrained", 30.5, "a shutdown looks like a restart")]
    public void Without_probing_a_node_s_silence_costs_the_hold_time(string fault, double worst, string because) =>
        AssertWorst(Unprobed, fault, worst, because);

    [Theory]
    [InlineData("nodeDies", 29.5)]
    [InlineData("linkLost", 29.5)]
    [InlineData("nodeDrained", 20.5)]
    public void A_router_keeps_routes_no_longer_than_it_says(string fault, double worst) =>
        AssertWorst(Stale, fault, worst);

    [Fact]
    public void Nor_longer_than_the_nodes_ask()
    {
        var brief = Stale
            .With("CiliumBGPPeerConfig bgplb-ipv4", "spec.gracefulRestart.restartTimeSeconds", 5)
            .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.gracefulRestart.enabled", false);

        AssertWorst(brief, "nodeDies", 14.5);
        AssertWorst(brief, "nodeDrained", 5.5);
        AssertWorst(brief, "agentRestarts", 0.5);
    }

    [Theory]
    [InlineData("speakerKilled")]
    [InlineData("agentRestarts")]
    public void With_graceful_restart_an_agent_may_go_without_loss(string fault)
    {
        Expect.Kept(Rule, Promising(Prod, fault, 0));
        AssertWorst(Prod.With("RouterChange udm-pro", "keepsRoutes.ofRestarting", 0), fault, 0.5);
    }

    [Fact]
    public void A_stack_without_sessions_and_a_fault_that_nobody_knows_are_not_judged()
    {
        Expect.Kept(Rule, Promising(Prod, "moonFalls", 0));
        Expect.Kept(Rule, Promising(Prod.Without("CiliumBGPClusterConfig bgplb-nodes"), "nodeDies", 0));
    }

    [Theory]
    [InlineData("agentRestarts", "bgp.gracefulRestart")]
    [InlineData("speakerKilled", "bgp.gracefulRestart")]
    [InlineData("nodeDies", "bgp.holdTime")]
    [InlineData("linkLost", "bgp.holdTime")]
    [InlineData("nodeDrained", "routers[].neighbourProbing")]
    [InlineData("routerReboots", "bgp.connectRetryTime")]
    public void The_remedy_names_the_setting(string fault, string setting)
    {
        var finding = Expect.Violated(Rule, Promising(Shipped.Dev, fault, 0.1));

        Assert.Contains(setting, finding.Remedy, StringComparison.Ordinal);
        Assert.Contains($"objectives.failover.{fault}", finding.Remedy, StringComparison.Ordinal);
        Assert.Equal($"promises.{fault}", finding.Property);
    }

    private static void AssertWorst(StackView stack, string fault, double worst, string because = "")
    {
        Expect.Kept(Rule, Promising(stack, fault, worst));
        Expect.Violated(Rule, Promising(stack, fault, worst - 0.01), $"{fault} costs {worst} s", because);
    }

    private static StackView Promising(StackView stack, string fault, double seconds) =>
        stack.With(
            stack.Name == "dev" ? "LoadBalancer dev" : "LoadBalancer home-ops",
            "promises",
            Fields.Of((fault, seconds))
        );

    private static StackView Forgotten(StackView stack) =>
        stack.With("RouterChange udm-pro", "probesNeighbours", null).With("RouterChange udm-pro", "keepsRoutes", null);
}
