using System.Text.Json;
using BgpLb.Stacks.Plan;
using BgpLb.Tests.Stacks.Check.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check;

/// <summary>A plan shows what the policies find, and counts what they cannot judge.</summary>
public sealed class PlanFindingsTests
{
    [Fact]
    public async Task A_wrong_name_among_the_policies_stands_in_the_plan()
    {
        using var project = new Project().With(
            "prod",
            "bgplb:protect: true",
            "bgplb:policies: { host-kay: advisory }\n  bgplb:protect: true"
        );
        Assert.Contains(
            "  error: policies.host-kay\n",
            (await project.RunAsync("plan", "prod")).Done(),
            StringComparison.Ordinal
        );
        var json = JsonDocument.Parse((await project.RunAsync("plan", "prod", "--json")).Done()).RootElement;
        Assert.Equal("settings", json.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void What_cannot_be_judged_is_counted()
    {
        var planned = Spoiled.Stack("dev", stack => stack).Planned! with { Undecided = 2 };
        Assert.EndsWith(
            "\n  2 policies could not be judged from the files alone: bgplb check dev says why.\n",
            PlanText.Of(planned, width: null, hasColour: false),
            StringComparison.Ordinal
        );
        Assert.Contains("\"undecided\": 2", PlanJson.Of(planned), StringComparison.Ordinal);
    }
}
