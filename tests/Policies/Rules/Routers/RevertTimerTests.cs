using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class RevertTimerTests
{
    private const string Rule = "revert-timer";
    private const string Change = "Command udm-pro-change";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Updated.Of(stack));

    [Theory]
    [InlineData(null, "revertAfter is nothing")]
    [InlineData(0, "revertAfter is 0")]
    [InlineData(-1, "revertAfter is -1")]
    [InlineData("soon", "revertAfter is \"soon\"")]
    public void A_change_over_SSH_without_a_time_is_found(object? after, string shown)
    {
        var finding = Expect.Violated(
            Rule,
            Updated.Prod.With("RouterChange udm-pro", "revertAfter", after),
            "udm-pro",
            shown
        );

        Assert.Equal("revertAfter", finding.Property);
    }

    [Fact]
    public void The_least_time_is_one()
    {
        var stack = Updated.Prod.With("RouterChange udm-pro", "revertAfter", 0.5);

        Expect.Kept(Rule, Timed(Timed(stack, Change, "1"), "Command udm-pro-confirmation", "1"));
    }

    [Fact]
    public void A_commit_confirm_timeout_that_is_declared_and_never_used_is_found()
    {
        var script = Text(Updated.Prod.The(Change));
        var unused = string.Join(
            '\n',
            script.Split('\n').Where(line => !line.Contains("set_deadline \"$REVERT_AFTER\"", StringComparison.Ordinal))
        );
        Assert.Contains("$REVERT_AFTER", unused, StringComparison.Ordinal);

        Expect.Violated(Rule, Script(unused), "udm-pro-change", "sets REVERT_AFTER and never uses it");
    }

    [Theory]
    [InlineData("REVERT_AFTER='300'\n# REVERT_AFTER", "never uses it")]
    [InlineData("REVERT_AFTER='300'\necho $REVERT_AFTER", "never uses it")]
    [InlineData("REVERT_AFTER='300'\n  say \"$REVERT_AFTER s\"", "never uses it")]
    [InlineData("REVERT_AFTER='300'\nprintf '%s' \"$REVERT_AFTER\"", "never uses it")]
    [InlineData("REVERT_AFTER='299'\nsleep $REVERT_AFTER", "goes back after 299 s, where revertAfter says 300 s")]
    [InlineData("REVERT_AFTER=''\nsleep $REVERT_AFTER", "nothing sets REVERT_AFTER")]
    [InlineData("NO_REVERT_AFTER='300'\nsleep $REVERT_AFTER", "nothing sets REVERT_AFTER")]
    [InlineData("commit", "nothing sets REVERT_AFTER")]
    public void A_script_that_would_not_go_back_is_found(string script, string wrong) =>
        Expect.Violated(Rule, Script(script), "The script of udm-pro-change", wrong);

    [Theory]
    [InlineData("REVERT_AFTER='300'\nsleep $REVERT_AFTER && back")]
    [InlineData("REVERT_AFTER='300'\nprintf '%s' $((now + REVERT_AFTER)) >deadline")]
    public void A_script_that_reckons_with_it_goes_back(string script) => Expect.Kept(Rule, Script(script));

    [Fact]
    public void A_command_without_a_script_has_no_timer() =>
        Expect.Violated(Rule, Updated.Prod.With(Change, "stdin", null), "nothing sets REVERT_AFTER");

    [Fact]
    public void The_confirmation_has_to_reckon_with_the_same_time() =>
        Expect.Violated(
            Rule,
            Timed(Updated.Prod, "Command udm-pro-confirmation", "600"),
            "The script of udm-pro-confirmation goes back after 600 s"
        );

    [Fact]
    public void Over_an_API_nothing_on_the_router_can_go_back() =>
        Expect.Kept(
            Rule,
            Updated
                .Prod.Change(Change, command => command with { Type = "command:local:Command" })
                .With("RouterChange udm-pro", "revertAfter", null)
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_changed() =>
        Expect.Kept(
            Rule,
            Updated
                .Prod.With("RouterChange udm-pro", "retain", "gone for good")
                .With("RouterChange udm-pro", "revertAfter", null)
        );

    [Fact]
    public void Before_the_password_is_known_the_script_cannot_be_judged() =>
        Expect.Undecided(
            Rule,
            Updated.Prod.With(Change, "stdin", new Unknown().AsSecret()),
            "Command udm-pro-change: stdin is not known"
        );

    [Fact]
    public void What_is_known_is_judged_all_the_same()
    {
        var stack = Updated
            .Prod.With(Change, "stdin", new Unknown().AsSecret())
            .With("Command udm-pro-confirmation", "stdin", new Text("wait").AsSecret());

        var verdict = Expect.VerdictOf(Rule, stack);

        Assert.Contains("udm-pro-confirmation", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
        Assert.Single(verdict.Undecided);
    }

    private static StackView Script(string script) => Updated.Prod.With(Change, "stdin", new Text(script).AsSecret());

    private static StackView Timed(StackView stack, string command, string seconds) =>
        stack.With(
            command,
            "stdin",
            new Text(Text(stack.The(command)).Replace("REVERT_AFTER='300'", $"REVERT_AFTER='{seconds}'")).AsSecret()
        );

    private static string Text(StackResource command) => command["stdin"].Text!;
}
