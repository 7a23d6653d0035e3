using System.Text.Json;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>The shipped stacks pass.</summary>
[Collection(Alone.Name)]
[Trait("Needs", "Programs")]
public sealed class RehearseTests(Rehearsed rehearsed) : IClassFixture<Rehearsed>
{
    private const string NoTools = "testcluster and cilium-bgp, on PATH or in the folder that BGPLB_TOOLS names";

    [SkippableFact]
    public async Task The_default_set_passes_with_gobgpd()
    {
        Repository.Require(rehearsed.Default.Length > 0, Machine.Missing ?? "");

        Assert.All(await Task.WhenAll(rehearsed.Default.Select(run => run.EndAsync())), run => AssertPassed(run, 10));
    }

    [SkippableFact]
    public async Task Every_scenario_passes_with_Cilium_s_own_control_plane()
    {
        Repository.Require(rehearsed.All.Length > 0, Machine.Missing ?? NoTools);

        Assert.All(await Task.WhenAll(rehearsed.All.Select(run => run.EndAsync())), run => AssertPassed(run, 34));
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
