using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class CommandCanFailTests
{
    private const string Rule = "command-can-fail";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Updated.Of(stack));

    [Theory]
    [InlineData("check || true", "ends in \"|| true\"")]
    [InlineData("check||true", "ends in \"|| true\"")]
    [InlineData("check || :", "ends in \"|| :\"")]
    [InlineData("check || exit 0", "ends in \"|| exit 0\"")]
    [InlineData("check; true", "ends in \"; true\"")]
    [InlineData("check ; :", "ends in \"; :\"")]
    [InlineData("check;exit 0;", "ends in \"; exit 0\"")]
    [InlineData("check\ntrue\n\n", "ends in \"true\"")]
    [InlineData("check\n  :", "ends in \":\"")]
    [InlineData("check\nexit 0\n# Done.\n", "ends in \"exit 0\"")]
    [InlineData("sg group -c 'check || true'", "ends in \"|| true\"")]
    [InlineData("{ check || true; }", "ends in \"|| true\"")]
    [InlineData("(check; exit 0)", "ends in \"; exit 0\"")]
    [InlineData("set +e\ncheck\nreport", "has \"set +e\"")]
    [InlineData("set -e; set +xe; check", "has \"set +e\"")]
    [InlineData("set  +e; check", "has \"set +e\"")]
    [InlineData("check; set +e", "has \"set +e\"")]
    [InlineData("check\nset +ue", "has \"set +e\"")]
    [InlineData("set +e; set -u; check", "has \"set +e\"")]
    [InlineData("set -e;set +e;set +x; check", "has \"set +e\"")]
    public void A_validator_whose_error_path_never_fails_is_found(string text, string how)
    {
        var finding = Expect.Violated(
            Rule,
            Run("create", text),
            "by-hand succeeds whatever happens",
            $"its create {how}"
        );

        Assert.Equal("create", finding.Property);
    }

    [Theory]
    [InlineData("update")]
    [InlineData("delete")]
    [InlineData("stdin")]
    public void Wherever_the_text_stands(string property) =>
        Expect.Violated(Rule, Run(property, "check || true"), $"its {property} ends");

    [Theory]
    [InlineData("check")]
    [InlineData("rm old || true\ncheck")]
    [InlineData("rm old || true; check")]
    [InlineData("check && exit 0; exit 1")]
    [InlineData("check || exit 1")]
    [InlineData("check\nexit")]
    [InlineData("check = true")]
    [InlineData("set +e; check; status=$?; set -eu; test $status = 0")]
    [InlineData("set +u; check")]
    [InlineData("set +x e; check")]
    [InlineData("set +E; check")]
    [InlineData("set +")]
    [InlineData("check; set ")]
    [InlineData("reset +e")]
    [InlineData("re-set +e")]
    [InlineData("re_set +e")]
    [InlineData("2set +e")]
    [InlineData("set +e; check; reset -e; set -e; report")]
    [InlineData("# only a remark || true")]
    [InlineData("")]
    public void A_command_that_can_fail_is_kept(string text) => Expect.Kept(Rule, Run("create", text));

    [Fact]
    public void Only_commands_are_judged() =>
        Expect.Kept(Rule, Updated.Dev.And("test:index:Thing", "thing", Fields.Of(("create", "check || true"))));

    [Fact]
    public void What_is_known_is_judged_and_what_is_not_known_yet_is_said()
    {
        var stack = Updated
            .Prod.With("Command udm-pro-change", "stdin", new Unknown().AsSecret())
            .With("Command udm-pro-change", "delete", "remove || true");

        var verdict = Expect.VerdictOf(Rule, stack);

        Assert.Equal("delete", Assert.Single(verdict.Findings).Property);
        Assert.Contains("stdin", Assert.Single(verdict.Undecided).Reason, StringComparison.Ordinal);
    }

    private static StackView Run(string property, string text) =>
        Updated.Dev.And("command:local:Command", "by-hand", Fields.Of((property, text)));
}
