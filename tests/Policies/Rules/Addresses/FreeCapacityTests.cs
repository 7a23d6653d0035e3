using BgpLb.Graph;
using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class FreeCapacityTests
{
    private const string Rule = "free-capacity";

    private static StackView Asking { get; } = Usage.Asking("freePercent", 20).Using("dev-reserved", 0);

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void Exactly_as_much_as_asked_for_may_be_free() => Expect.Kept(Rule, Asking.Using("dev-default", 152));

    [Fact]
    public void One_address_less_is_a_warning()
    {
        var finding = Expect.Violated(
            Rule,
            Asking.Using("dev-default", 153),
            "153 of 190 addresses of CiliumLoadBalancerIPPool dev-default are given out, 19 % are free, 20 % are asked"
        );
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.False(finding.IsMandatory);
        Assert.Equal("spec.blocks", finding.Property);
    }

    [Fact]
    public void What_the_cluster_has_counted_comes_first()
    {
        Expect.Kept(Rule, Asking.Using("dev-default", 190).Counting(Usage.Pool, "10"));
        Expect.Violated(Rule, Asking.Using("dev-default", 0).Counting(Usage.Pool, "190"), "0 % are free");
        Expect.Violated(Rule, Asking.Using("dev-default", 190).Counting(Usage.Pool, "many"), "190 of 190");
    }

    [Fact]
    public void Without_a_number_nothing_is_known()
    {
        Expect.Undecided(Rule, Usage.Asking("freePercent", 20), "dev-default are given out: pools[].inUse says");
        Expect.Undecided(Rule, Asking, "dev-default");
    }

    [Fact]
    public void A_full_pool_is_found_though_another_is_not_known()
    {
        var verdict = Expect.VerdictOf(Rule, Usage.Asking("freePercent", 20).Using("dev-reserved", 20));

        Assert.Contains("dev-reserved", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
        Assert.Contains("dev-default", Assert.Single(verdict.Undecided).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_asked_for_nothing_judged() => Expect.Kept(Rule, Shipped.Dev.Using("dev-default", 190));

    [Theory]
    [InlineData("10.10.50.0/28", "No", "11 of 14 addresses")]
    [InlineData("10.10.50.0/28", "Yes", null)]
    [InlineData("10.10.50.0/31", "No", "11 of 2 addresses")]
    [InlineData("10.10.50.0/30", "No", "11 of 2 addresses")]
    public void A_network_s_first_and_last_address_may_stay_unused(string cidr, string first, string? says)
    {
        var stack = Usage
            .Asking("freePercent", 30)
            .Using("dev-default", 0)
            .Using("dev-reserved", 11)
            .With(Usage.Reserved, "spec.blocks[0]", Fields.Of(("cidr", cidr)))
            .With(Usage.Reserved, "spec.allowFirstLastIPs", first);

        if (says is null)
        {
            Expect.Kept(Rule, stack);
        }
        else
        {
            Expect.Violated(Rule, stack, says);
        }
    }

    [Fact]
    public void A_pool_of_nothing_is_not_judged() =>
        Expect.Kept(Rule, Asking.Using("dev-default", 1).With(Usage.Reserved, "spec.blocks", null));
}
