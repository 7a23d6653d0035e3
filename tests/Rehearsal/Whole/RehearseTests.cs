using System.Text.Json;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>The built command rehearses a shipped stack, as a person has it do so, and everything passes.</summary>
public abstract class RehearseTests
{
    private const string NoTools = "testcluster and cilium-bgp, on PATH or in the folder that BGPLB_TOOLS names";

    /// <param name="speakers">cilium or gobgpd.</param>
    /// <param name="scenarios">Those to run; none for all.</param>
    /// <returns>The names of the scenarios that passed.</returns>
    private protected static async Task<string[]> PassAsync(
        string stack,
        string speakers,
        params IReadOnlyList<string> scenarios
    )
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        Repository.Require(speakers == "gobgpd" || Selection.Speakers == SpeakerKind.Cilium, NoTools);
        IEnumerable<string> selected = scenarios.Count == 0 ? ["--all"] : scenarios.SelectMany(name => Only(name));
        string[] what = ["rehearse", stack, "--speakers", speakers, "--json", .. Report($"{stack}-{speakers}")];
        using var run = RehearseRun.Start([.. what, .. selected]);

        await run.EndAsync();

        Assert.True(run.Status == 0, $"{Failures(run.Output)}\n{run.Errors}");
        using var report = JsonDocument.Parse(run.Output);
        string[] passed = [.. With("passed", report).Select(scenario => $"{scenario.GetProperty("name")}")];
        Assert.Empty(scenarios.Except(passed, StringComparer.Ordinal));
        return passed;
    }

    private static string[] Only(string name) => ["--only", name];

    /// <summary>For people: into the folder that BGPLB_REPORTS names, where it does.</summary>
    private static string[] Report(string name)
    {
        if (Environment.GetEnvironmentVariable("BGPLB_REPORTS") is not { Length: > 0 } folder)
        {
            return [];
        }

        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Repository.Root, folder)).FullName, name);
        return ["--report", $"{path}.html"];
    }

    private static string Failures(string json)
    {
        if (!json.StartsWith('{'))
        {
            return json;
        }

        using var report = JsonDocument.Parse(json);
        return string.Join("\n", With("failed", report).Select(scenario => scenario.GetRawText()));
    }

    private static IEnumerable<JsonElement> With(string outcome, JsonDocument report) =>
        report
            .RootElement.GetProperty("scenarios")
            .EnumerateArray()
            .Where(scenario => $"{scenario.GetProperty("outcome")}" == outcome);
}

[Trait("Needs", "Programs")]
[Trait("Starts", "First")]
public sealed class DevWithCiliumTests : RehearseTests
{
    [SkippableFact]
    public Task Passes() =>
        PassAsync(
            "dev",
            "cilium",
            "converge",
            "nothing-to-do",
            "node-dies",
            "speaker-killed",
            "router-reboots",
            "default-route",
            "change-password"
        );
}

[Trait("Needs", "Programs")]
[Trait("Starts", "First")]
public sealed class ProdWithCiliumTests : RehearseTests
{
    [SkippableFact]
    public Task Passes() =>
        PassAsync(
            "prod",
            "cilium",
            "converge",
            "node-drained",
            "agent-restarts",
            "link-lost",
            "wrong-password",
            "overlapping-pools",
            "pool-larger",
            "bad-filter"
        );
}

[Trait("Needs", "Programs")]
[Trait("Starts", "First")]
public sealed class ProdWithGobgpdTests : RehearseTests
{
    [SkippableFact]
    public Task Passes() => PassAsync("prod", "gobgpd", "converge", "node-dies", "pod-ends", "too-many", "node-joins");
}

/// <summary>Every scenario of a stack with both kinds of speakers.</summary>
public abstract class EveryScenarioTests(string stack) : RehearseTests
{
    [SkippableTheory]
    [InlineData("cilium")]
    [InlineData("gobgpd")]
    public async Task Passes(string speakers) => Assert.InRange((await PassAsync(stack, speakers)).Length, 34, 100);
}

[Trait("Needs", "Programs")]
[Trait("Takes", "Long")]
[Trait("Starts", "First")]
public sealed class EveryScenarioOfDevTests() : EveryScenarioTests("dev");

[Trait("Needs", "Programs")]
[Trait("Takes", "Long")]
[Trait("Starts", "First")]
public sealed class EveryScenarioOfProdTests() : EveryScenarioTests("prod");
