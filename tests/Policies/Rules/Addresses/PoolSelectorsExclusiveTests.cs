using System.Globalization;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class PoolSelectorsExclusiveTests
{
    private const string Rule = "pool-selectors-exclusive";
    private const string Default = "CiliumLoadBalancerIPPool dev-default";
    private const string Reserved = "CiliumLoadBalancerIPPool dev-reserved";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a NotIn x")]
    [InlineData("bgplb/pool Exists")]
    [InlineData("bgplb/pool NotIn x,y")]
    [InlineData("bgplb/pool In x,dev-reserved")]
    [InlineData("bgplb/pool Exists; bgplb/pool NotIn x")]
    [InlineData("bgplb/pool Like x")]
    [InlineData("a In x; bgplb/pool Exists")]
    public void Selectors_that_a_Service_can_match_both_are_found(string? selector)
    {
        var finding = Expect.Violated(Rule, With(selector), "dev-default", "dev-reserved", "same family");
        Assert.Equal("spec.serviceSelector", finding.Property);
    }

    [Theory]
    [InlineData("bgplb/pool DoesNotExist")]
    [InlineData("bgplb/pool In x,y")]
    [InlineData("bgplb/pool NotIn x,dev-reserved")]
    [InlineData("a In x; bgplb/pool DoesNotExist")]
    [InlineData("bgplb/pool Exists; bgplb/pool NotIn dev-reserved")]
    [InlineData("a In x; a In y")]
    [InlineData("a Exists; a DoesNotExist")]
    [InlineData("a In ")]
    public void Selectors_of_which_one_excludes_the_other_keep_it(string selector) => Expect.Kept(Rule, With(selector));

    [Fact]
    public void A_label_that_may_be_absent_in_both_lets_a_Service_match_both() =>
        Expect.Violated(
            Rule,
            With("a DoesNotExist").With(Reserved, "spec.serviceSelector", SelectorOf("a NotIn x")),
            "dev-reserved"
        );

    [Fact]
    public void Labels_to_match_are_read_as_well()
    {
        var labels = Fields.Of(("matchLabels", Fields.Of(("bgplb/pool", "other"))));

        Expect.Kept(Rule, Shipped.Dev.With(Default, "spec.serviceSelector", labels));
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(Default, "spec.serviceSelector", labels)
                .With(Reserved, "spec.serviceSelector", labels)
                .With(Reserved, "spec.serviceSelector.matchLabels.bgplb/pool", "other"),
            "dev-reserved"
        );
    }

    [Fact]
    public void Pools_of_different_families_may_serve_the_same_Service() =>
        Expect.Kept(Rule, With("").With(Reserved, "spec.blocks[0]", Fields.Of(("cidr", "fd00::/120"))));

    [Fact]
    public void A_pool_of_both_families_competes_in_each() =>
        Expect.Violated(
            Rule,
            With("")
                .With(Reserved, "spec.blocks[0]", Fields.Of(("cidr", "fd00::/120")))
                .With(Reserved, "spec.blocks[1]", Fields.Of(("cidr", "10.10.50.240/28"))),
            "dev-reserved"
        );

    [Fact]
    public void A_pool_that_is_switched_off_competes_with_none()
    {
        Expect.Kept(Rule, With("").With(Default, "spec.disabled", true));
        Expect.Violated(Rule, With("").With(Default, "spec.disabled", false), "dev-reserved");
    }

    [Fact]
    public void A_pool_beside_the_program_without_a_selector_is_found_once() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.And(
                "kubernetes:cilium.io/v2alpha1:CiliumLoadBalancerIPPool",
                "by-hand",
                Fields.Of(("spec", Fields.Of(("blocks", Items.Of(Fields.Of(("cidr", "172.29.52.0/28")))))))
            ),
            "by-hand"
        );

    [Fact]
    public void Ten_thousand_pools_are_not_compared_with_one_another()
    {
        var pools = Enumerable.Range(0, 10_000).Select(Numbered);
        var stack = Shipped.Dev with { Resources = [.. Shipped.Dev.Resources, .. pools] };

        var time = ProcessorTime.Of(() => Expect.Kept(Rule, stack));

        // Each with each takes 8 s where this takes less than one.
        Assert.True(time < TimeSpan.FromSeconds(5), $"{time}");
    }

    private static StackResource Numbered(int i)
    {
        var name = i.ToString(CultureInfo.InvariantCulture);
        var spec = Fields.Of(
            ("blocks", Items.Of(Fields.Of(("cidr", $"10.{100 + (i / 250)}.{i % 250}.0/24")))),
            ("serviceSelector", SelectorOf($"bgplb/pool In {name}"))
        );
        return Shipped.Dev.The(Reserved) with { Urn = name, Name = name, Properties = Fields.Of(("spec", spec)) };
    }

    private static StackView With(string? selector) =>
        Shipped.Dev.With(Default, "spec.serviceSelector", selector is null ? null : SelectorOf(selector));

    /// <summary>Lines such as <c>KEY In VALUE,VALUE</c>, with "; " between them.</summary>
    private static Fields SelectorOf(string lines) =>
        Fields.Of(
            (
                "matchExpressions",
                Items.Of(
                    from line in lines.Split("; ", StringSplitOptions.RemoveEmptyEntries)
                    let parts = line.Split(' ')
                    select (Value)
                        Fields.Of(
                            ("key", parts[0]),
                            ("operator", parts[1]),
                            (
                                "values",
                                parts.Length == 3
                                    ? Items.Of(
                                        parts[2]
                                            .Split(',', StringSplitOptions.RemoveEmptyEntries)
                                            .Select(value => (Value)value)
                                    )
                                    : null
                            )
                        )
                )
            )
        );
}
