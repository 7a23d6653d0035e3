using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class OneInstanceTests
{
    private const string Rule = "one-instance";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void Several_virtual_routers_with_one_AS_number_are_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Nodes, "spec.bgpInstances[1]", Instance(64512)),
            "CiliumBGPClusterConfig bgplb-nodes has several instances of AS 64512",
            "\"second\""
        );

    [Fact]
    public void With_another_AS_number_they_are_not() =>
        Expect.Kept(Rule, Shipped.Prod.With(Nodes, "spec.bgpInstances[1]", Instance(64514)));

    [Fact]
    public void Nor_without_one_which_another_rule_finds() =>
        Expect.Kept(
            Rule,
            Shipped
                .Prod.With(Nodes, "spec.bgpInstances[1].name", "second")
                .With(Nodes, "spec.bgpInstances[2].name", "third")
        );

    [Fact]
    public void Two_configs_with_equal_selectors_are_found() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(Green, Label, "blue"),
            "CiliumBGPClusterConfig bgplb-green and CiliumBGPClusterConfig bgplb-blue"
        );

    [Fact]
    public void So_is_one_without_a_selector_beside_another() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.And("kubernetes:cilium.io/v2:CiliumBGPClusterConfig", "by-hand", Fields.Empty),
            "CiliumBGPClusterConfig by-hand and CiliumBGPClusterConfig bgplb-nodes"
        );

    [Fact]
    public void And_two_with_labels_that_one_node_may_have_both() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(Green, "spec.nodeSelector.matchLabels", Fields.Of(("rack", "1"))),
            "the same node"
        );

    [Theory]
    [InlineData("NotIn", "blue")]
    [InlineData("In", "green")]
    [InlineData("DoesNotExist", null)]
    public void Those_that_exclude_each_other_are_not(string @operator, string? value) =>
        Expect.Kept(
            Rule,
            Shipped.Dev.With(
                Green,
                "spec.nodeSelector",
                Fields.Of(
                    (
                        "matchExpressions",
                        Items.Of(
                            Fields.Of(
                                ("key", "bgplb/node-group"),
                                ("operator", @operator),
                                ("values", value is null ? null : Items.Of(value))
                            )
                        )
                    )
                )
            )
        );

    private const string Nodes = "CiliumBGPClusterConfig bgplb-nodes";
    private const string Green = "CiliumBGPClusterConfig bgplb-green";
    private const string Label = "spec.nodeSelector.matchLabels.bgplb/node-group";

    private static Fields Instance(int asn) => Fields.Of(("name", "second"), ("localASN", asn));
}
