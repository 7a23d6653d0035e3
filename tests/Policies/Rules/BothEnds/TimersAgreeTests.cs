using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class TimersAgreeTests
{
    private const string Rule = "timers-agree";
    private const string IPv4 = "CiliumBGPPeerConfig bgplb-ipv4";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("3 10")]
    [InlineData("2 9")]
    public void Other_timers_on_the_router_are_found(string timers) =>
        Expect.Violated(
            Rule,
            Configured.Frr("bgplb-prod-ipv6 timers 3 9", $"bgplb-prod-ipv6 timers {timers}"),
            "udm-pro",
            "bgplb-prod-ipv6",
            "bgplb-ipv6",
            $"{timers.Split(' ')[0]} s and {timers.Split(' ')[1]} s"
        );

    [Fact]
    public void Those_of_the_whole_router_count_where_the_group_has_none()
    {
        var stack = Configured.Frr(" neighbor bgplb-prod-ipv6 timers 3 9\n", " timers bgp 3 30\n");
        Expect.Violated(Rule, stack, "3 s and 30 s", "bgplb-prod-ipv6");
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 1)]
    public void VyOS_has_none_but_those_of_the_whole_router(int hold, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured.AndVyos(
                        $"set protocols bgp timers keepalive '3'\nset protocols bgp timers holdtime '{hold}'"
                    )
                )
                .Findings.Length
        );

    [Fact]
    public void One_of_the_two_alone_says_nothing() =>
        Expect.Kept(Rule, Configured.AndVyos("set protocols bgp timers holdtime '90'"));

    [Fact]
    public void A_router_without_timers_takes_the_nodes() =>
        Expect.Kept(
            Rule,
            Configured.Frr(" neighbor bgplb-prod-ipv4 timers 3 9\n", "").With(IPv4, "spec.timers.holdTimeSeconds", 12)
        );

    [Theory]
    [InlineData(8, 1)]
    [InlineData(9, 0)]
    public void A_keepalive_is_at_most_a_third_of_the_hold_time(int hold, int findings) =>
        Assert.Equal(
            findings,
            Expect.VerdictOf(Rule, Shipped.Dev.With(IPv4, "spec.timers.holdTimeSeconds", hold)).Findings.Length
        );

    [Fact]
    public void Without_a_keepalive_Cilium_has_30_seconds() =>
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(IPv4, "spec.timers.keepAliveTimeSeconds", null)
                .With(IPv4, "spec.timers.holdTimeSeconds", 89),
            "30 s",
            "89 s"
        );

    [Fact]
    public void Without_any_timers_Cilium_has_30_and_90_seconds() =>
        Expect.Kept(Rule, Shipped.Dev.With(IPv4, "spec.timers", null));

    [Fact]
    public void And_a_router_with_other_ones_is_found() =>
        Expect.Violated(Rule, Shipped.Prod.With(IPv4, "spec.timers", null), "3 s and 9 s", "bgplb-ipv4");

    [Fact]
    public void A_peer_config_that_does_not_exist_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Prod.Without("CiliumBGPPeerConfig bgplb-ipv6"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Prod.With(IPv4, "spec.timers", null).Retained(Configured.UdmPro));

    [Fact]
    public void Timers_that_are_secret_are_not_quoted()
    {
        var hidden = Fields.Of(("holdTimeSeconds", 88), ("keepAliveTimeSeconds", 77)).AsSecret();
        var message = Expect.Violated(Rule, Shipped.Dev.With(IPv4, "spec.timers", hidden)).Message;
        Assert.DoesNotContain("77", message);
        Assert.DoesNotContain("88", message);
    }
}
