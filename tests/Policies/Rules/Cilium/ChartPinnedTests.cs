using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class ChartPinnedTests
{
    private const string Rule = "chart-pinned";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData(">= 1.18")]
    [InlineData("1.20.x")]
    [InlineData("1.20")]
    [InlineData("~1.20.2")]
    [InlineData("1.20.2 || 1.20.3")]
    [InlineData("latest")]
    [InlineData("")]
    [InlineData("1.20.2\n")]
    public void A_range_is_found(string version) =>
        Expect.Violated(Rule, Shipped.Dev.WithVersion(version), $"Release cilium has the version \"{version}\"");

    [Fact]
    public void No_version_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(CiliumStacks.Release, "version", null), "nothing");

    [Fact]
    public void Somebody_else_s_release_is_judged_as_well() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.External().With(CiliumStacks.Component, "version", "*"),
            "CiliumRelease cilium"
        );

    [Theory]
    [InlineData("1.20.2")]
    [InlineData("v1.20.2")]
    [InlineData("1.21.0-rc.1")]
    [InlineData("1.20.2+build.7")]
    [InlineData("10.0.100")]
    public void One_release_is_exact(string version) => Expect.Kept(Rule, Shipped.Dev.WithVersion(version));

    [Theory]
    [InlineData("cilium")]
    [InlineData("oci://quay.io/cilium/charts/cilium")]
    public void A_release_beside_the_program_is_known_by_its_chart(string chart) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.And(CiliumStacks.Type, "by-hand", Fields.Of(("chart", chart))),
            "Release by-hand"
        );

    [Fact]
    public void One_of_another_chart_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Dev.And(CiliumStacks.Type, "other", Fields.Of(("chart", "cilium/tetragon"))));

    [Fact]
    public void The_program_s_own_is_known_whatever_its_chart_is_called() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(CiliumStacks.Release, "chart", "./charts/ours").WithVersion("*"),
            "\"*\""
        );

    [Fact]
    public void The_component_is_not_judged_beside_its_release() =>
        Expect.Kept(Rule, Shipped.Dev.With(CiliumStacks.Component, "version", "*"));

    [Fact]
    public void A_version_that_is_not_known_yet_is_not_judged() =>
        Expect.Undecided(Rule, Shipped.Dev.With(CiliumStacks.Release, "version", new Unknown()), "version");
}
