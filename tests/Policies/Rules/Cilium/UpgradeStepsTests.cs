using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class UpgradeStepsTests
{
    private const string Rule = "upgrade-steps";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) =>
        Expect.Kept(Rule, Shipped.Of(stack).After(Shipped.Of(stack)));

    [Theory]
    [InlineData("1.18.12", "1.20.0")]
    [InlineData("1.17.4", "1.19.6")]
    [InlineData("1.20.2", "2.0.0")]
    public void More_than_one_minor_release_is_found(string from, string to) =>
        Expect.Violated(Rule, Step(from, to), $"from \"{from}\" to \"{to}\"", "more than one minor release");

    [Theory]
    [InlineData("1.20.0", "1.19.6")]
    [InlineData("1.20.2", "1.18.12")]
    [InlineData("2.0.0", "1.20.2")]
    public void Back_to_an_earlier_minor_release_is_found(string from, string to) =>
        Expect.Violated(Rule, Step(from, to), $"from \"{from}\" to \"{to}\"", "earlier minor release");

    [Theory]
    [InlineData("1.18.12", "1.19.0")]
    [InlineData("1.18.0", "1.19.3")]
    public void The_step_that_breaks_BGP_in_the_middle_of_the_roll_is_found(string from, string to) =>
        Assert.Contains("1.19.4", Expect.Violated(Rule, Step(from, to), "cilium#45802").Remedy);

    [Theory]
    [InlineData("1.18.12", "1.19.4")]
    [InlineData("1.19.0", "1.19.3")]
    [InlineData("1.18.0", "1.18.3")]
    [InlineData("1.19.6", "1.20.0")]
    [InlineData("1.20.2", "1.20.0")]
    [InlineData("1.20.2", "1.21.0")]
    [InlineData("1.20.2", "1.21.3")]
    public void One_minor_release_at_a_time_is_not(string from, string to) => Expect.Kept(Rule, Step(from, to));

    [Fact]
    public void Nothing_is_said_where_Cilium_does_not_run_yet() =>
        Expect.Kept(Rule, Shipped.Prod.After(Shipped.Prod.Without(CiliumStacks.Release)));

    [Fact]
    public void Nothing_is_said_where_Cilium_is_not_wanted_any_more() =>
        Expect.Kept(Rule, Shipped.Prod.Without(CiliumStacks.Release));

    [Fact]
    public void Nothing_is_said_where_what_runs_has_no_exact_version() =>
        Expect.Kept(Rule, Shipped.Prod.After(Shipped.Prod.WithVersion("*")));

    [Fact]
    public void A_range_that_is_wanted_cannot_be_judged() =>
        Expect.Undecided(Rule, Shipped.Prod.WithVersion("*").After(Shipped.Prod), "no exact version");

    [Fact]
    public void Without_knowing_what_runs_nobody_can_say() =>
        Expect.Undecided(Rule, Shipped.Prod, "what runs now is not known");

    [Fact]
    public void Taking_the_release_over_from_somebody_else_is_a_step_as_well() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.After(Shipped.Prod.External().With(CiliumStacks.Component, "version", "1.18.12")),
            "from \"1.18.12\" to \"1.20.2\""
        );

    [Fact]
    public void Secret_versions_are_judged_and_not_told() =>
        Expect.Violated(
            Rule,
            Shipped
                .Prod.With(CiliumStacks.Release, "version", new Text("1.19.6").AsSecret())
                .After(Shipped.Prod.With(CiliumStacks.Release, "version", new Text("1.20.9").AsSecret())),
            "from a secret to a secret"
        );

    private static StackView Step(string from, string to) =>
        Shipped.Prod.WithVersion(to).After(Shipped.Prod.WithVersion(from));
}
