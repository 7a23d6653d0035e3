using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class PoolsInVipSubnetTests
{
    private const string Rule = "pools-in-vip-subnet";
    private const string Pool = "CiliumLoadBalancerIPPool bgp-ingress";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_block_up_to_the_subnet_s_last_address_is_within() =>
        Expect.Kept(Rule, Shipped.Prod.With(Pool, "spec.blocks[0].stop", "172.29.52.255"));

    [Fact]
    public void A_block_that_leaves_the_subnet_is_found()
    {
        var finding = Expect.Violated(
            Rule,
            Shipped.Prod.With(Pool, "spec.blocks[0].stop", "172.29.53.0"),
            "172.29.52.200-172.29.53.0 of CiliumLoadBalancerIPPool bgp-ingress is within no VIP subnet."
        );
        Assert.Equal("spec.blocks[0]", finding.Property);
    }

    [Fact]
    public void A_pool_without_any_subnet_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.Without("VipSubnet fd47-25e1-2f96-52---64"),
            "CiliumLoadBalancerIPPool bgp-default-ipv6"
        );
}
