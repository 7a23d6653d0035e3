using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class UsageTests
{
    [Theory]
    [InlineData("There is no verb \"plna\". There are: plan, render, check, rehearse, lab.", "plna", "dev")]
    [InlineData("Unrecognized command or argument '--jsn'.", "plan", "dev", "--jsn")]
    [InlineData("Unrecognized command or argument 'prod'.", "plan", "dev", "prod")]
    [InlineData("Required argument 'STACK' missing for command: 'plan'.", "plan")]
    [InlineData("--json and --mermaid exclude each other.", "plan", "dev", "--json", "--mermaid")]
    [InlineData("Option '--out' is required.", "render", "dev")]
    [InlineData("Required argument missing for option: '--out'.", "render", "dev", "--out")]
    public async Task A_mistake_is_named_and_points_to_the_help(string message, params string[] args)
    {
        var verb = args[0] == "plna" ? "bgplb" : $"bgplb {args[0]}";
        var error = (await Outcome.OfAsync(Repository.Root, args)).Refused();
        Assert.Equal($"{message}\nHelp: {verb} --help\n", error);
    }

    [Fact]
    public async Task Without_a_verb_the_help_goes_to_standard_error()
    {
        var error = (await Outcome.OfAsync(Repository.Root)).Refused();
        Assert.Contains("plan <STACK>", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_help_has_one_line_for_each_verb()
    {
        var help = (await Outcome.OfAsync(Repository.Root, "--help")).Done();
        Assert.Matches(@"\n  plan <STACK> +Show [^\n]+\.\n  render <STACK> +Write [^\n]+\.\n", help);
    }

    [Theory]
    [InlineData("plan", "--json ", "--mermaid ", "--project <DIR>", "<STACK> ")]
    [InlineData("render", "--out <DIR> ", "--project <DIR>", "<STACK> ")]
    public async Task Each_verb_explains_all_it_takes(string verb, params string[] names)
    {
        var help = (await Outcome.OfAsync(Repository.Root, verb, "--help")).Done();
        Assert.All(names, name => Assert.Matches($"\n  {name} *[^\n]+\\.\n", help.Replace("(REQUIRED)", "")));
    }

    [Fact]
    public async Task The_verb_for_Pulumi_says_that_it_is_not_for_people()
    {
        var help = (await Outcome.OfAsync(Repository.Root, "--help")).Done();
        Assert.Matches(@"\n  unifi-api +For Pulumi, not for people: ", help);
        var own = (await Outcome.OfAsync(Repository.Root, "unifi-api", "--help")).Done();
        Assert.Matches(@"\n  apply +Send [^\n]+\.\n  confirm +Fail [^\n]+\.\n  remove +Take [^\n]+\.\n", own);
    }

    [Fact]
    public async Task What_is_no_order_of_Pulumi_s_is_refused()
    {
        var error = (await Outcome.OfAsync(Repository.Root, "unifi-api", "apply")).Refused();
        Assert.StartsWith("unifi-api: Pulumi starts this", error, StringComparison.Ordinal);
    }
}
