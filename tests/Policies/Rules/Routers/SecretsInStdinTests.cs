using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class SecretsInStdinTests
{
    private const string Rule = "secrets-in-stdin";
    private const string Change = "Command udm-pro-change";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack)
    {
        Expect.Kept(Rule, Shipped.Of(stack));
        Expect.Kept(Rule, Updated.Of(stack));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("update")]
    [InlineData("delete")]
    [InlineData("dir")]
    public void A_secret_in_a_command_line_is_found(string property)
    {
        var stack = Shipped.Prod.With(Change, property, new Text("configure s3cr3t").AsSecret());

        Assert.Equal(property, Expect.Violated(Rule, stack, $"udm-pro-change has a secret in {property}").Property);
    }

    [Fact]
    public void So_is_one_that_is_not_known_yet() =>
        Expect.Violated(Rule, Shipped.Prod.With(Change, "create", new Unknown().AsSecret()), "a secret in create");

    [Fact]
    public void So_is_one_in_the_environment() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Change, "environment.PASSWORD", new Text("s3cr3t").AsSecret()),
            "a secret in environment.PASSWORD"
        );

    [Fact]
    public void So_is_one_among_the_triggers() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Change, "triggers[0]", new Text("s3cr3t").AsSecret()),
            "a secret in triggers[0]"
        );

    [Theory]
    [InlineData("hidden-1", true)]
    [InlineData("hidden1", false)]
    public void The_text_of_a_secret_in_the_clear_is_found_where_it_is_long_enough_to_be_sure(
        string secret,
        bool isFound
    )
    {
        var stack = Known(secret).With(Change, "create", $"configure --password {secret} --now");
        if (isFound)
        {
            Expect.Violated(Rule, stack, "udm-pro-change has the text of a secret in create, in the clear");
        }
        else
        {
            Expect.Kept(Rule, stack);
        }
    }

    [Fact]
    public void So_is_one_in_a_standard_input_that_is_not_marked() =>
        Expect.Violated(
            Rule,
            Known("hidden-password")
                .And("command:local:Command", "by-hand", Fields.Of(("create", "cat"), ("stdin", "hidden-password"))),
            "by-hand has the text of a secret in stdin"
        );

    [Fact]
    public void Where_a_router_is_is_no_secret()
    {
        // The connection is secret as a whole, with the address and the user within.
        var stack = Shipped.Prod.With(Change, "connection.user", "administrator");
        stack = stack.With(Change, "create", $"ping {stack.The(Change)["connection"]["host"].Text} as administrator");

        Expect.Kept(Rule, stack);
    }

    [Theory]
    [InlineData(null, "logging is nothing")]
    [InlineData("stdout", "logging is \"stdout\"")]
    public void What_a_command_with_a_secret_prints_is_not_logged(string? logging, string shown) =>
        Expect.Violated(Rule, Shipped.Prod.With(Change, "logging", logging), "udm-pro-change", shown);

    [Theory]
    [InlineData(null, "addPreviousOutputInEnv is nothing")]
    [InlineData(true, "addPreviousOutputInEnv is true")]
    public void Nor_does_it_come_back_in_its_environment(object? flag, string shown) =>
        Expect.Violated(Rule, Shipped.Prod.With(Change, "addPreviousOutputInEnv", flag), "udm-pro-change", shown);

    [Fact]
    public void A_command_without_a_secret_may_be_logged() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.And("command:remote:Command", "by-hand", Fields.Of(("create", "uptime"), ("stdin", "now")))
        );

    [Fact]
    public void Only_commands_are_judged() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.And("test:index:Thing", "thing", Fields.Of(("create", new Text("s3cr3t").AsSecret())))
        );

    [Fact]
    public void What_is_known_is_judged_and_what_is_not_known_yet_is_said()
    {
        var stack = Shipped
            .Prod.With(Change, "create", new Unknown())
            .With("Command udm-pro-confirmation", "logging", "stdout");

        var verdict = Expect.VerdictOf(Rule, stack);

        Assert.Contains("udm-pro-confirmation", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
        Assert.Contains("create", Assert.Single(verdict.Undecided).Reason, StringComparison.Ordinal);
    }

    private static StackView Known(string secret) =>
        Shipped.Prod.And(
            "kubernetes:core/v1:Secret",
            "known",
            Fields.Of(("stringData", Fields.Of(("a", Items.Of(secret))).AsSecret()))
        );
}
