using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class PrefixLimitTests
{
    private const string Rule = "prefix-limit";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_limit_below_the_pools_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Vyos("maximum-prefix '210'", "maximum-prefix '209'"),
            "gateway",
            "bgplb-dev-ipv4",
            "209 routes of IPv4",
            "210 addresses"
        );

    [Fact]
    public void Each_family_is_judged_by_itself() =>
        Expect.Violated(Rule, Configured.Frr("maximum-prefix 256", "maximum-prefix 255"), "IPv6", "256 addresses");

    [Fact]
    public void A_warning_limits_nothing() =>
        Expect.Kept(Rule, Configured.Frr("maximum-prefix 256", "maximum-prefix 100 80 warning-only"));

    [Fact]
    public void A_restart_does_not_help() =>
        Expect.Violated(Rule, Configured.Frr("maximum-prefix 256", "maximum-prefix 100 restart 5"), "100");

    [Fact]
    public void Without_a_limit_there_is_none() =>
        Expect.Kept(Rule, Configured.Frr("  neighbor bgplb-prod-ipv6 maximum-prefix 256\n", ""));

    [Theory]
    [InlineData(4294967295, 0)]
    [InlineData(4294967294, 1)]
    public void More_than_routers_can_count_need_not_be_counted(long limit, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured
                        .Frr("maximum-prefix 256", $"maximum-prefix {limit}")
                        .With(
                            "CiliumLoadBalancerIPPool bgp-default-ipv6",
                            "spec.blocks[0].cidr",
                            "fd47:25e1:2f96:52::/64"
                        )
                )
                .Findings.Length
        );

    [Fact]
    public void An_address_in_two_blocks_is_one() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.With(
                "CiliumLoadBalancerIPPool bgp-default",
                "spec.blocks[1]",
                Fields.Of(("start", "172.29.52.100"))
            )
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.Frr("maximum-prefix 256", "maximum-prefix 1").Retained(Configured.UdmPro));
}
