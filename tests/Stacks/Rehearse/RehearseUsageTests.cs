using System.Text.Json;
using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;
using BgpLb.Stacks.Rehearse;
using BgpLb.Tests.Rehearsal.Reports.Support;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Rehearse;

/// <summary>What is refused before a lab is begun, and how findings are written.</summary>
public sealed class RehearseUsageTests
{
    [Theory]
    [InlineData("--only node-dyes: there is no such scenario; there are ", "--only", "node-dyes")]
    [InlineData("--nodes 0: 1 to 5000 is allowed.", "--nodes", "0")]
    [InlineData("--report: there is no folder ", "--report", "nowhere/page.html")]
    [InlineData("--speakers", "--speakers", "bird")]
    public async Task What_was_typed_wrongly_is_said_and_nothing_is_done(string says, params string[] arguments)
    {
        using var project = new Project();

        Assert.Contains(says, (await project.RunAsync(["rehearse", "dev", .. arguments])).Refused());
    }

    [Theory]
    [InlineData(".")]
    [InlineData("scenarios")]
    public async Task A_scenario_that_is_wrong_is_said_with_its_file_and_line(string from)
    {
        using var project = new Project();
        Directory.CreateDirectory(Path.Combine(project.Folder, "scenarios"));
        await File.WriteAllTextAsync(
            Path.Combine(project.Folder, "scenarios", "mine.yaml"),
            "title: Mine\ndo:\n  - kut: 1\nthen: [stands: ]\n"
        );

        // The project may be named by a folder within it.
        var error = (await project.RunAsync("rehearse", "dev", "--project", from)).Refused();

        Assert.Contains("mine.yaml:3: do[0]: found \"kut\"; allowed: \"cut\" is the nearest known one", error);
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_said_as_everywhere()
    {
        using var project = new Project().With("dev", "asn: 64513", "asn: none");

        Assert.Contains("cluster.asn", (await project.RunAsync("rehearse", "dev")).Refused());
        Assert.Contains("cluster.asn", (await project.RunAsync("lab", "dev")).Refused());
    }

    [Fact]
    public void The_table_says_what_was_promised_and_what_was_measured()
    {
        var text = ReportText.Of(MadeReport.Small, width: null, hasColour: false);

        foreach (var scenario in MadeReport.Small.Scenarios)
        {
            Assert.Contains(scenario.Name, text);
            Assert.All(scenario.Checks, check => Assert.Contains(check.Found, text));
            Assert.All(
                scenario.Checks.Where(check => !check.Passed),
                check => Assert.Contains($"NOT: {check.Found}", text)
            );
        }

        Assert.All(MadeReport.Small.StandIns, sentence => Assert.Contains(sentence, text));
        var failed = MadeReport.Small.Scenarios.Count(scenario => scenario.Outcome == Outcomes.Failed);
        Assert.Contains($" passed, {failed} failed, ", text);
    }

    [Fact]
    public void Programs_get_the_same_in_milliseconds()
    {
        using var json = JsonDocument.Parse(ReportJson.Of(MadeReport.Small));
        var scenarios = json.RootElement.GetProperty("scenarios").EnumerateArray().ToArray();

        Assert.Equal(MadeReport.Small.Passed, json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(
            MadeReport.Small.Scenarios.Select(scenario => scenario.Name),
            scenarios.Select(scenario => scenario.GetProperty("name").GetString())
        );
        var measured = MadeReport.Small.Scenarios.First(scenario => scenario.Loss is not null);
        var loss = scenarios.First(scenario => scenario.TryGetProperty("loss", out _)).GetProperty("loss");
        Assert.Equal(
            (long)measured.Loss!.Traffic.LongestGap.TotalMilliseconds,
            loss.GetProperty("longestGap").GetInt64()
        );
    }

    [Fact]
    public void Programs_get_what_was_lost_of_which_address_and_what_was_done_meanwhile()
    {
        var record = new LossRecord(
            new(
                TimeSpan.FromMilliseconds(10),
                TimeSpan.FromSeconds(5),
                [
                    Flow("10.0.0.1", lost: 3, (500, 20), (2563, 1364), (4000, 10)),
                    Flow("10.0.0.1", lost: 1, (3000, 40)),
                    Flow("10.0.0.2", lost: 0),
                ]
            )
            {
                Stalls = [new(TimeSpan.FromMilliseconds(2600), TimeSpan.FromMilliseconds(45))],
            },
            [(TimeSpan.FromMilliseconds(502), "drain 1"), (TimeSpan.FromMilliseconds(2556), "its agent has ended")],
            new("traffic", "", "", Passed: true)
        );
        var measured = MadeReport.Small.Scenarios.First(scenario => scenario.Loss is not null) with { Loss = record };

        using var json = JsonDocument.Parse(ReportJson.Of(MadeReport.Small with { Scenarios = [measured] }));

        var loss = json.RootElement.GetProperty("scenarios")[0].GetProperty("loss");
        Assert.Equal(
            """[{"at":502,"what":"drain 1"},{"at":2556,"what":"its agent has ended"}]""",
            JsonSerializer.Serialize(loss.GetProperty("actions"))
        );
        Assert.Equal("""[{"at":2600,"length":45}]""", JsonSerializer.Serialize(loss.GetProperty("stalls")));
        Assert.Equal(
            """[{"vip":"10.0.0.1","affected":2,"longestGap":1364,"at":2563}]""",
            JsonSerializer.Serialize(loss.GetProperty("addresses"))
        );

        static FlowRecord Flow(string vip, int lost, params (int Start, int Length)[] gaps) =>
            new(
                vip,
                500,
                lost,
                [
                    .. gaps.Select(gap => new Gap(
                        TimeSpan.FromMilliseconds(gap.Start),
                        TimeSpan.FromMilliseconds(gap.Length)
                    )),
                ],
                [1]
            );
    }
}
