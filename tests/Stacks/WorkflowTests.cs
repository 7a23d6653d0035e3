using System.Text.RegularExpressions;
using BgpLb.Stacks;
using YamlDotNet.RepresentationModel;

namespace BgpLb.Tests.Stacks;

/// <summary>What GitHub runs: that it is YAML of the right shape, and that each command in it exists.</summary>
public sealed partial class WorkflowTests
{
    private const string Own = "github.event.pull_request.head.repo.full_name == github.repository";

    private static string Folder => Path.Combine(Repository.Root, ".github", "workflows");

    public static TheoryData<string> Files => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_job_has_steps_that_run_or_use_something(string file)
    {
        foreach (var job in JobsOf(file))
        {
            Assert.True(job.Children.ContainsKey("runs-on"));
            Assert.All(StepsOf(job), step => Assert.True(TextOf(step, "run") is null != TextOf(step, "uses") is null));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_action_is_official_and_of_a_major_version(string file) =>
        Assert.All(
            JobsOf(file).SelectMany(StepsOf).Select(step => TextOf(step, "uses")).OfType<string>(),
            action => Assert.Matches("^(actions|github|pulumi)/[a-z/-]+@v[0-9]+$", action)
        );

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_command_of_the_program_is_understood(string file)
    {
        using var nothing = new StringWriter();
        var root = CommandLine.Create(new(nothing, nothing, Repository.Root));
        foreach (var command in CommandsOf(file))
        {
            var words = Expression().Replace(command, "dev").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var parsed = root.Parse(words);
            Assert.True(
                parsed.Errors.Count == 0,
                $"{command}: {string.Join(" ", parsed.Errors.Select(e => e.Message))}"
            );
            Assert.NotEqual(root, parsed.CommandResult.Command);
        }
    }

    [Fact]
    public void A_pull_request_is_formatted_tested_checked_rehearsed_and_previewed()
    {
        var commands = CommandsOf("bgplb.yml").ToArray();
        Assert.Contains(
            commands,
            command => command.StartsWith("check ", StringComparison.Ordinal) && command.Contains("github")
        );
        Assert.Contains(commands, command => command.Contains("--format sarif", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.Contains("--format markdown", StringComparison.Ordinal));
        var text = File.ReadAllText(Path.Combine(Folder, "bgplb.yml"));
        Assert.Contains("policyPacks: policies", text, StringComparison.Ordinal);
        // It rehearses both stacks.
        Assert.Equal([""], PartsOf("bgplb.yml"));
    }

    [Fact]
    public void What_takes_long_is_run_by_a_schedule()
    {
        Assert.Equal(["all"], PartsOf("all.yml"));
        Assert.Matches("(?m)^  schedule: \\[\\{ cron: ", File.ReadAllText(Path.Combine(Folder, "all.yml")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Tests_know_that_nothing_may_be_missing(string file)
    {
        foreach (var job in JobsOf(file))
        {
            foreach (var run in StepsOf(job).Select(step => TextOf(step, "run")).OfType<string>().Where(RunsTests))
            {
                var kept = Kept().Match(run).Groups["names"].Value.Split(',');
                Assert.Contains("CI", kept);
                // Whatever the job sets is for them.
                var set = job.Children.TryGetValue("env", out var env) ? (YamlMappingNode)env : [];
                Assert.Empty(set.Children.Keys.Select(name => $"{name}").Except(kept));
            }
        }
    }

    [Fact]
    public void Nothing_is_run_twice()
    {
        var commands = Names.SelectMany(CommandsOf).ToArray();

        Assert.Equal(commands.Distinct(), commands);
        Assert.DoesNotContain(commands, command => command.StartsWith("rehearse", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void What_needs_secrets_or_writes_is_not_run_for_somebody_elses_pull_request(string file)
    {
        foreach (var job in JobsOf(file))
        {
            var guard = TextOf(job, "if") ?? "";
            foreach (var step in StepsOf(job).Where(NeedsTrust))
            {
                Assert.Contains(Own, $"{guard} {TextOf(step, "if")}", StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_script_holds_what_a_stranger_may_choose(string file) =>
        Assert.All(
            JobsOf(file).SelectMany(StepsOf).Select(step => TextOf(step, "run")).OfType<string>(),
            run => Assert.DoesNotContain("github.", run, StringComparison.Ordinal)
        );

    /// <summary>What <c>./test</c> is told where a workflow runs it.</summary>
    private static IEnumerable<string> PartsOf(string file) =>
        JobsOf(file)
            .SelectMany(StepsOf)
            .Select(step => TextOf(step, "run"))
            .OfType<string>()
            .Where(RunsTests)
            .Select(run => run.Split("./test")[1].Trim());

    private static bool RunsTests(string run) => run.Contains("./test", StringComparison.Ordinal);

    private static bool NeedsTrust(YamlMappingNode step) =>
        step.ToString().Contains("secrets.", StringComparison.Ordinal)
        || TextOf(step, "uses") is { } uses
            && (
                uses.StartsWith("actions/github-script@", StringComparison.Ordinal)
                || uses.StartsWith("github/codeql-action/upload-sarif@", StringComparison.Ordinal)
            );

    /// <summary>The arguments of each call of the program.</summary>
    private static IEnumerable<string> CommandsOf(string file) =>
        JobsOf(file)
            .SelectMany(StepsOf)
            .Select(step => TextOf(step, "run"))
            .OfType<string>()
            .SelectMany(run => Call().Matches(run))
            .Select(match => match.Groups["args"].Value.Trim());

    private static YamlMappingNode[] JobsOf(string file)
    {
        using var reader = File.OpenText(Path.Combine(Folder, file));
        var yaml = new YamlStream();
        yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        Assert.True(root.Children.ContainsKey("on") && root.Children.ContainsKey("permissions"));
        return [.. ((YamlMappingNode)root["jobs"]).Children.Values.Cast<YamlMappingNode>()];
    }

    private static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) =>
        ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>();

    private static string? TextOf(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    [GeneratedRegex(
        @"(\./bgplb|dotnet run --project stacks --) (?<args>[^|>&\n]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Call();

    [GeneratedRegex(
        @"^sudo --preserve-env=(?<names>\S+) ",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Kept();

    [GeneratedRegex(@"\$\{\{[^}]*\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
