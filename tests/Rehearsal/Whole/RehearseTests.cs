using System.Text.Json;
using BgpLb.Rehearsal;
using Xunit.Abstractions;

namespace BgpLb.Tests.Rehearsal.Whole;

/// <summary>The shipped stacks pass.</summary>
[Collection(Alone.Name)]
[Trait("Needs", "Programs")]
public sealed class RehearseTests(Rehearsed rehearsed, ITestOutputHelper notes) : IClassFixture<Rehearsed>
{
    private const string NoTools = "testcluster and cilium-bgp, on PATH or in the folder that BGPLB_TOOLS names";

    [SkippableFact]
    public async Task The_default_set_passes_with_gobgpd()
    {
        Repository.Require(rehearsed.Default.Length > 0, Machine.Missing ?? "");

        await AssertPassed(rehearsed.Default, 10);
    }

    [SkippableFact]
    public async Task Every_scenario_passes_with_Cilium_s_own_control_plane()
    {
        Repository.Require(rehearsed.All.Length > 0, Machine.Missing ?? NoTools);

        await AssertPassed(rehearsed.All, 34);
    }

    private async Task AssertPassed(RehearseRun[] runs, int atLeast)
    {
        foreach (var run in runs)
        {
            await run.EndAsync();
            var lossy = Lossy.In(run.Output);
            if (lossy.Length > 0)
            {
                await AssertPassesAlone(run, lossy);
            }
            else
            {
                Assert.True(run.Status == 0, $"{Failures(run.Output)}\n{run.Errors}");
            }

            using var report = JsonDocument.Parse(run.Output);
            var outcomes = report.RootElement.GetProperty("scenarios").EnumerateArray().CountBy(Outcome).ToDictionary();
            Assert.InRange(outcomes["passed"] + lossy.Length, atLeast, 100);
        }
    }

    /// <summary>The runs take each other's processors; a gap that one has without the others is one.</summary>
    private async Task AssertPassesAlone(RehearseRun run, string[] scenarios)
    {
        notes.WriteLine($"Measured again, alone: {Failures(run.Output)}");
        await rehearsed.AllEnd;
        using var alone = RehearseRun.Start([
            .. run.Arguments.Where(argument => argument != "--all"),
            .. scenarios.SelectMany(name => new[] { "--only", name }),
        ]);
        await alone.EndAsync();
        Assert.True(
            alone.Status == 0,
            $"{Failures(run.Output)}\nand again, alone:\n{Failures(alone.Output)}\n{alone.Errors}"
        );
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
