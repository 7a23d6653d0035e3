using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class NoTriggersTests
{
    private const string Rule = "no-triggers";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_command_with_triggers_would_tear_down_what_it_has_just_made() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("Command udm-pro-change", "triggers[0]", "0f3c"),
            "udm-pro-change",
            "delete runs after its new create"
        );

    [Fact]
    public void So_would_a_local_one() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.And(
                "command:local:Command",
                "by-hand",
                Fields.Of(("create", "make"), ("delete", "unmake"), ("triggers", Items.Of(1)))
            ),
            "by-hand"
        );

    [Fact]
    public void A_command_that_takes_nothing_away_may_have_them() =>
        Expect.Kept(Rule, Shipped.Prod.With("Command udm-pro-confirmation", "triggers[0]", "0f3c"));

    [Fact]
    public void An_empty_list_triggers_nothing() =>
        Expect.Kept(Rule, Shipped.Prod.With("Command udm-pro-change", "triggers", new Items([])));

    [Fact]
    public void Other_things_may_have_triggers_and_be_deleted() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.And("test:index:Thing", "thing", Fields.Of(("delete", "it"), ("triggers", Items.Of(1))))
        );

    [Fact]
    public void Triggers_that_are_not_known_yet_are_not_judged() =>
        Expect.Undecided(Rule, Shipped.Prod.With("Command udm-pro-change", "triggers", new Unknown()), "triggers");
}
