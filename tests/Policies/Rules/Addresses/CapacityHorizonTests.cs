using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class CapacityHorizonTests
{
    private const string Rule = "capacity-horizon";

    private static StackView Asking { get; } = Usage.Asking("horizonMonths", 6).Using("dev-reserved", 0, growth: 0);

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_pool_may_be_full_at_the_end_of_the_horizon() =>
        Expect.Kept(Rule, Asking.Using("dev-default", 130, growth: 10));

    [Fact]
    public void Not_before()
    {
        var finding = Expect.Violated(
            Rule,
            Asking.Using("dev-default", 131, growth: 10),
            "131 of 190 addresses of CiliumLoadBalancerIPPool dev-default",
            "with 10 more a month they last 5 whole months, 6 are asked for."
        );
        Assert.Equal("spec.blocks", finding.Property);
    }

    [Fact]
    public void A_pool_with_more_than_it_has_lasts_no_month() =>
        Expect.Violated(Rule, Asking.Using("dev-default", 191, growth: 1), "last 0 whole months");

    [Fact]
    public void A_full_pool_that_does_not_grow_lasts() =>
        Expect.Kept(Rule, Asking.Using("dev-default", 190, growth: 0));

    [Fact]
    public void What_the_cluster_has_counted_comes_first() =>
        Expect.Violated(Rule, Asking.Using("dev-default", 0, growth: 10).Counting(Usage.Pool, "140"), "140 of 190");

    [Fact]
    public void Without_both_numbers_nothing_is_known()
    {
        Expect.Undecided(Rule, Usage.Asking("horizonMonths", 6), "how fast CiliumLoadBalancerIPPool dev-default fills");
        Expect.Undecided(Rule, Asking.Using("dev-default", 0), "pools[].growthPerMonth");
        Expect.Undecided(
            Rule,
            Asking.With("AddressPools address-pools", "usage.dev-default.growthPerMonth", 1),
            "pools[].inUse"
        );
    }

    [Fact]
    public void Nothing_asked_for_nothing_judged() =>
        Expect.Kept(Rule, Shipped.Dev.Using("dev-default", 190, growth: 100));
}
