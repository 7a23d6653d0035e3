using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class PoolsDisjointTests
{
    private const string Rule = "pools-disjoint";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_block_within_another_pools_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0].start", "172.29.52.199"),
            "172.29.52.199-172.29.52.220 of CiliumLoadBalancerIPPool bgp-ingress",
            "172.29.52.100-172.29.52.199"
        );

    [Fact]
    public void A_pool_may_end_right_before_the_next() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.With("CiliumLoadBalancerIPPool bgp-reserved", "spec.blocks[0].stop", "172.29.52.99")
        );

    [Fact]
    public void A_large_block_is_compared_with_all_that_lie_in_it()
    {
        var stack = Shipped
            .Prod.With("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0].start", "172.29.52.110")
            .With("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0].stop", "172.29.52.120")
            .With("CiliumLoadBalancerIPPool bgp-reserved", "spec.blocks[0].start", "172.29.52.150")
            .With("CiliumLoadBalancerIPPool bgp-reserved", "spec.blocks[0].stop", "172.29.52.160");

        var findings = Expect.VerdictOf(Rule, stack).Findings;

        Assert.Equal(2, findings.Length);
        Assert.All(findings, finding => Assert.Contains("of CiliumLoadBalancerIPPool bgp-default", finding.Message));
    }
}
