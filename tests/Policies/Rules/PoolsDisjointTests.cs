using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules;

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
}
