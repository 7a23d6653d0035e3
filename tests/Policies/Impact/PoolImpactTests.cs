using BgpLb.Graph;
using BgpLb.Policies.Impact;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Impact;

/// <summary>How many addresses leave their Services: dev-default has 190, 10.10.50.10-10.10.50.199.</summary>
public sealed class PoolImpactTests
{
    private static StackView Dev => Shipped.Dev;

    private static StackView Of(params string[] blocks) =>
        Dev.With(Usage.Pool, "spec.blocks", Items.Of(blocks.Select(block => (Value)Fields.Of(("cidr", block)))));

    [Theory]
    [InlineData("spec.blocks[0].start", "10.10.50.20", 10)]
    [InlineData("spec.blocks[0].stop", "10.10.50.189", 10)]
    [InlineData("spec.blocks[0].stop", "10.10.50.210", 0)]
    [InlineData("spec.blocks[0].start", "10.10.50.0", 0)]
    [InlineData("spec.blocks", null, 190)]
    [InlineData("spec.disabled", true, 0)]
    [InlineData("spec.serviceSelector", null, 0)]
    [InlineData("spec.serviceSelector.matchExpressions[0].operator", "Exists", 190)]
    [InlineData("spec.serviceSelector.matchLabels.team", "a", 190)]
    public void A_change_of_a_pool(string path, object? value, long addresses) =>
        AssertMoved(Dev, Dev.With(Usage.Pool, path, value), addresses);

    [Fact]
    public void A_pool_that_goes_takes_its_addresses_away()
    {
        var line = Assert.Single(ChangeImpact.Of(Dev, Dev.Without(Usage.Reserved)).Lines);

        Assert.Equal(("CiliumLoadBalancerIPPool dev-reserved goes", 20), (line.What, line.Addresses));
        Assert.Contains("lbipam.cilium.io/ips", line.Gentler, StringComparison.Ordinal);
        AssertMoved(Dev.Without(Usage.Reserved), Dev, 0);
    }

    [Fact]
    public void No_more_can_move_than_have_been_given_out()
    {
        AssertMoved(Dev.Counting(Usage.Reserved, "3"), Dev.Without(Usage.Reserved), 3);
        AssertMoved(Dev.Using("dev-reserved", 0), Dev.Without(Usage.Reserved), 0);
        AssertMoved(Dev.Counting(Usage.Pool, "50"), Dev.With(Usage.Pool, "spec.blocks[0].start", "10.10.50.20"), 10);
    }

    [Fact]
    public void Two_blocks_for_one_lose_what_is_between_them() =>
        AssertMoved(
            Dev,
            Dev.With(
                Usage.Pool,
                "spec.blocks",
                Items.Of(Fields.Of(("cidr", "10.10.50.0/26")), Fields.Of(("cidr", "10.10.50.128/25")))
            ),
            64
        );

    [Fact]
    public void What_two_blocks_lose_counts_together() =>
        AssertMoved(Of("10.10.50.0/26", "10.10.50.128/26"), Of("10.10.50.0/27", "10.10.50.128/28"), 32 + 48);

    [Theory]
    [InlineData("In", "a,b", "In", "a,b,c", true)]
    [InlineData("In", "a,b", "In", "a", false)]
    [InlineData("In", "a,b", "Exists", "", true)]
    [InlineData("In", "a,b", "NotIn", "c", true)]
    [InlineData("In", "a,b", "NotIn", "b", false)]
    [InlineData("In", "a,b", "DoesNotExist", "", false)]
    [InlineData("NotIn", "a,b", "NotIn", "a", true)]
    [InlineData("NotIn", "a", "NotIn", "a,b", false)]
    [InlineData("NotIn", "a", "Exists", "", false)]
    [InlineData("NotIn", "a", "In", "b", false)]
    [InlineData("Exists", "", "NotIn", "a", false)]
    [InlineData("Exists", "", "Exists", "", true)]
    [InlineData("DoesNotExist", "", "NotIn", "a", true)]
    [InlineData("DoesNotExist", "", "Exists", "", false)]
    [InlineData("DoesNotExist", "", "DoesNotExist", "", true)]
    public void A_selector_that_takes_in_more_moves_nothing(
        string was,
        string values,
        string willBe,
        string others,
        bool isWider
    ) =>
        AssertMoved(
            Dev.With(Usage.Reserved, "spec.serviceSelector", Selector(was, values)),
            Dev.With(Usage.Reserved, "spec.serviceSelector", Selector(willBe, others)),
            isWider ? 0 : 20
        );

    private static Fields Selector(string @operator, string values) =>
        Fields.Of(
            (
                "matchExpressions",
                Items.Of(
                    Fields.Of(
                        ("key", "k"),
                        ("operator", @operator),
                        ("values", Items.Of(values.Split(',').Select(value => (Value)value)))
                    )
                )
            )
        );

    private static void AssertMoved(StackView before, StackView after, long addresses)
    {
        var impact = ChangeImpact.Of(before, after);
        Assert.Equal((addresses, 0, 0d), (impact.Addresses, impact.NodesAtOnce, impact.Seconds));
    }
}
