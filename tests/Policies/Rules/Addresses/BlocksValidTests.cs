using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class BlocksValidTests
{
    private const string Rule = "blocks-valid";
    private const string Pool = "CiliumLoadBalancerIPPool bgp-default";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("172.29.52.999", "\"172.29.52.999\" of CiliumLoadBalancerIPPool bgp-default is no address.")]
    [InlineData("172.29.52.99", "ends at \"172.29.52.99\", before it starts at \"172.29.52.100\".")]
    [InlineData("fd47::1", "starts at \"172.29.52.100\" and ends in the other family, at \"fd47::1\".")]
    public void An_end_that_is_none_is_found(string stop, string says)
    {
        var finding = Expect.Violated(Rule, Shipped.Prod.With(Pool, "spec.blocks[0].stop", stop), says);
        Assert.Equal("spec.blocks[0].stop", finding.Property);
    }

    [Theory]
    [InlineData("172.29.52.100")]
    [InlineData("172.29.52.255")]
    public void An_end_at_the_start_or_later_is_right(string stop) =>
        Expect.Kept(Rule, Shipped.Prod.With(Pool, "spec.blocks[0].stop", stop));

    [Fact]
    public void A_block_of_one_address_needs_no_end() =>
        Expect.Kept(Rule, Shipped.Prod.With(Pool, "spec.blocks[0].stop", null));

    [Fact]
    public void A_start_that_is_none_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Pool, "spec.blocks[0].start", "172.29.52"),
            "\"172.29.52\" of CiliumLoadBalancerIPPool bgp-default is no address."
        );

    [Fact]
    public void A_block_of_nothing_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Pool, "spec.blocks[0].start", null),
            "neither a network (cidr) nor a first address (start)"
        );

    [Theory]
    [InlineData("172.29.52.100/24", "has host bits set; the network is 172.29.52.0/24.")]
    [InlineData("172.29.52.0/33", "is no network.")]
    [InlineData("172.29.52.0", "is no network.")]
    public void A_network_that_is_none_is_found(string cidr, string says) =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("CiliumLoadBalancerIPPool bgp-default-ipv6", "spec.blocks[0].cidr", cidr),
            $"\"{cidr}\" of CiliumLoadBalancerIPPool bgp-default-ipv6 {says}"
        );

    [Fact]
    public void Another_kind_s_blocks_are_not_judged() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.And(
                "kubernetes:example.com/v1:Quarry",
                "stone",
                Fields.Of(("spec", Fields.Of(("blocks", Items.Of("granite")))))
            )
        );
}
