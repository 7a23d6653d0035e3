using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Announcements;

public sealed class NoL2Tests
{
    private const string Rule = "no-l2";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_policy_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.And("kubernetes:cilium.io/v2alpha1:CiliumL2AnnouncementPolicy", "old", Fields.Empty),
            "CiliumL2AnnouncementPolicy old"
        );

    [Theory]
    [InlineData("l2announcements")]
    [InlineData("l2podAnnouncements")]
    public void A_value_that_is_on_is_found(string name) =>
        Expect.Violated(Rule, Shipped.Dev.WithValue($"{name}.enabled", true), $"{name} switched on");

    [Fact]
    public void Left_out_it_is_off() => Expect.Kept(Rule, Shipped.Dev.WithValue("l2announcements", null));

    [Fact]
    public void Values_for_somebody_else_s_release_are_judged_as_well() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.External().With(CiliumStacks.Component, "neededValues.l2announcements.enabled", true),
            "l2announcements"
        );
}
