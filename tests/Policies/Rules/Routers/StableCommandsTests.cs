using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class StableCommandsTests
{
    private const string Rule = "stable-commands";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Updated.Of(stack));

    [Theory]
    [InlineData("cp -r /config /config/backup-$(date +%s)", "the time")]
    [InlineData("BACKUP=$(date +%F)", "the time")]
    [InlineData("cp a \"b.$(date +%F)\"", "the time")]
    [InlineData("cp a b_`date`", "the time")]
    [InlineData("cp a /b/\"$(/bin/date)\"", "the time")]
    [InlineData("mv a '='$( date )", "the time")]
    [InlineData("cp a b.$RANDOM", "chance")]
    [InlineData("cp a b.${SRANDOM}", "chance")]
    [InlineData("cp a b.$EPOCHSECONDS", "chance")]
    [InlineData("cp a b.${EPOCHREALTIME/./}", "chance")]
    [InlineData("x=1\nBackup=$(mktemp -d)", "mktemp")]
    public void A_rollback_whose_backup_has_another_name_at_every_run_can_never_work(string text, string source)
    {
        var finding = Expect.Violated(Rule, Run("create", text), "by-hand", $"names something by {source}", "create");

        Assert.Equal("create", finding.Property);
    }

    [Theory]
    [InlineData("update")]
    [InlineData("delete")]
    [InlineData("stdin")]
    public void Wherever_the_text_stands(string property) =>
        Expect.Violated(Rule, Run(property, "cp a b-$(date +%s)"), $"in its {property}");

    [Theory]
    [InlineData("cp /config/config.boot /config/backup")]
    [InlineData("echo \"begun $(date)\"")]
    [InlineData("until=$(($(date +%s) + 60))")]
    [InlineData("cp a b-$(dated)")]
    [InlineData("echo RANDOM $RANDOMLY")]
    [InlineData("work=$(mktemp -d)\ncp a /config/backup")]
    public void A_name_that_stays_is_found_again(string text) => Expect.Kept(Rule, Run("create", text));

    [Fact]
    public void Only_commands_are_judged() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.Without("Command gateway-change")
                .Without("Command gateway-confirmation")
                .And("test:index:Thing", "thing", Fields.Of(("create", "cp a b.$RANDOM")))
        );

    [Fact]
    public void A_text_that_is_not_known_yet_is_not_judged() =>
        Expect.Undecided(Rule, Updated.Prod.With("Command udm-pro-change", "stdin", new Unknown().AsSecret()), "stdin");

    private static StackView Run(string property, string text) =>
        Updated.Dev.And("command:local:Command", "by-hand", Fields.Of((property, text)));
}
