using System.Text.Json;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>The shipped stacks, rehearsed by the built command as a person does it.</summary>
[Collection(Alone.Name)]
[Trait("Needs", "Programs")]
public sealed class RehearseTests
{
    private const string NoTools = "testcluster and cilium-bgp, on PATH or in the folder that BGPLB_TOOLS names";

    [SkippableFact]
    public async Task Every_scenario_passes_with_Cilium_s_own_control_plane()
    {
        Require(SpeakerKind.Cilium);

        // Both at once: they do not meet.
        var reports = await Task.WhenAll(
            RehearseAsync("dev", "--all", "--speakers", "cilium"),
            RehearseAsync("prod", "--all", "--speakers", "cilium")
        );

        Assert.All(reports, report => AssertPassed(report, atLeast: 30));
    }

    [SkippableFact]
    public async Task The_default_set_passes_with_gobgpd()
    {
        Require(SpeakerKind.Gobgpd);

        var reports = await Task.WhenAll(
            RehearseAsync("dev", "--speakers", "gobgpd"),
            RehearseAsync("prod", "--speakers", "gobgpd")
        );

        Assert.All(reports, report => AssertPassed(report, atLeast: 9));
    }

    private static void Require(SpeakerKind speakers)
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        Repository.Require(speakers == SpeakerKind.Gobgpd || Selection.Speakers == SpeakerKind.Cilium, NoTools);
    }

    private static async Task<RehearseRun> RehearseAsync(params string[] arguments)
    {
        using var run = RehearseRun.Start(["rehearse", .. arguments, "--json"]);
        return await run.EndAsync();
    }

    private static void AssertPassed(RehearseRun run, int atLeast)
    {
        Assert.True(run.Status == 0, $"{Failures(run.Output)}\n{run.Errors}");
        using var report = JsonDocument.Parse(run.Output);
        var outcomes = report.RootElement.GetProperty("scenarios").EnumerateArray().CountBy(Outcome).ToDictionary();
        Assert.InRange(outcomes["passed"], atLeast, 100);
        Assert.False(outcomes.ContainsKey("failed"));
    }

    private static string Failures(string json)
    {
        if (!json.StartsWith('{'))
        {
            return json;
        }

        using var report = JsonDocument.Parse(json);
        return string.Join(
            "\n",
            report
                .RootElement.GetProperty("scenarios")
                .EnumerateArray()
                .Where(scenario => Outcome(scenario) == "failed")
                .Select(scenario => scenario.GetRawText())
        );
    }

    private static string Outcome(JsonElement scenario) => scenario.GetProperty("outcome").GetString()!;
}
