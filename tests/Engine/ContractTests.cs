using System.Text.Json;
using BgpLb.Engine;
using BgpLb.Graph;
using Xunit;

namespace BgpLb.Tests.Engine;

/// <summary>The adapter against the code that Pulumi generates from its own protocol definitions.</summary>
[Trait("Needs", "Programs")]
public sealed class ContractTests
{
    [SkippableTheory]
    [InlineData()]
    [InlineData("--preview")]
    [InlineData("--preview", "--send-unknowns")]
    public async Task The_official_definitions_understand_all_that_is_said(params string[] options)
    {
        var (exitCode, printed, recording) = await RunAsync(SampleGraph.Make(), options);

        Assert.Equal(0, exitCode);
        Assert.Empty(printed);
        Assert.Equal(10, recording.GetProperty("registrations").GetArrayLength());
        Assert.Equal(4, recording.GetProperty("outputs").GetArrayLength());
        Assert.Empty(recording.GetProperty("notUnderstood").EnumerateArray());
        Assert.Empty(recording.GetProperty("logs").EnumerateArray());
        Assert.True(recording.GetProperty("ended").GetBoolean());
        Assert.Equal("""["secrets"]""", recording.GetProperty("features").GetRawText());
    }

    [SkippableFact]
    public async Task Secrets_arrive_marked()
    {
        var (_, _, recording) = await RunAsync(SampleGraph.Make());

        Assert.Contains(
            "1b47061264138c4ac30d75fd1eb44270",
            Find(recording, "expand").GetProperty("object").GetProperty("stdin").GetRawText(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "1b47061264138c4ac30d75fd1eb44270",
            Find(recording, "auth").GetProperty("object").GetProperty("stringData").GetRawText(),
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public async Task Unknown_values_arrive_as_unknown()
    {
        var (_, _, recording) = await RunAsync(SampleGraph.Make(), "--preview");

        var metadata = Find(recording, "bgp-default").GetProperty("object").GetProperty("metadata");
        Assert.Equal(
            "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            metadata.GetProperty("annotations").GetProperty("bgplb/auth").GetString()
        );
        Assert.EndsWith(
            "::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            Find(recording, "auth").GetProperty("provider").GetString(),
            StringComparison.Ordinal
        );
    }

    [SkippableFact]
    public async Task A_skipped_resource_leaves_what_it_would_have_answered_unknown()
    {
        var (exitCode, _, recording) = await RunAsync(SampleGraph.Make(), "--skip", "auth");

        Assert.Equal(0, exitCode);
        var metadata = Find(recording, "bgp-default").GetProperty("object").GetProperty("metadata");
        Assert.Equal(Wire.Unknown, metadata.GetProperty("annotations").GetProperty("bgplb/auth").GetString());
    }

    [SkippableFact]
    public async Task A_failing_registration_is_logged_once_and_ends_the_rest()
    {
        var message = "ssh: 100 % »refused«\nby the router";
        var (exitCode, printed, recording) = await RunAsync(
            SampleGraph.Make(),
            "--fail",
            "expand",
            "--fail-message",
            message
        );

        Assert.Equal(32, exitCode);
        Assert.Empty(printed);
        var log = Assert.Single(recording.GetProperty("logs").EnumerateArray());
        Assert.Equal(
            $"command:remote:Command \"expand\" could not be registered: {message}",
            log.GetProperty("message").GetString()
        );
        Assert.Equal(3, log.GetProperty("severity").GetInt32());
        Assert.EndsWith("::expand", log.GetProperty("urn").GetString(), StringComparison.Ordinal);
        Assert.False(recording.GetProperty("ended").GetBoolean());
        Assert.DoesNotContain("bgplb-sample", recording.GetProperty("outputs").GetRawText(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_engine_that_is_stopping_is_left_without_a_word()
    {
        var (exitCode, printed, recording) = await RunAsync(
            SampleGraph.Make(),
            "--fail",
            "expand",
            "--fail-code",
            "14"
        );

        Assert.Equal(32, exitCode);
        Assert.Empty(printed);
        Assert.Empty(recording.GetProperty("logs").EnumerateArray());
    }

    [SkippableFact]
    public async Task A_slow_engine_is_kept_busy_with_sixteen_calls_at_once()
    {
        var graph = new ResourceGraph(SampleGraph.Project, SampleGraph.Stack);
        var group = new Group(graph);
        for (var i = 0; i < 80; i++)
        {
            group.Add($"r{i}");
        }

        using var engine = await OfficialEngine.StartAsync("--together", "16", "--delay-ms", "20");
        var exitCode = await Registration
            .RunAsync(graph, TestRun.Environment(engine.Address, graph))
            .WaitAsync(Patience.Limit);
        var recording = await engine.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Equal(16, recording.GetProperty("mostAtOnce").GetInt32());
    }

    [SkippableFact]
    public async Task An_interruption_cancels_what_runs()
    {
        using var engine = await OfficialEngine.StartAsync("--delay-ms", "600000", "--tell");
        using var interruption = new CancellationTokenSource();
        var graph = SampleGraph.Make();
        using var printed = new StringWriter();
        var run = TestRun.RegisterAsync(graph, TestRun.Environment(engine.Address, graph), printed, interruption.Token);
        await engine.CalledAsync();
        await interruption.CancelAsync();
        var exitCode = await run.WaitAsync(Patience.Limit);
        var recording = await engine.EndAsync();

        Assert.Equal(130, exitCode);
        Assert.Empty(printed.ToString());
        Assert.Equal(1, recording.GetProperty("cancelled").GetInt32());
        Assert.Empty(recording.GetProperty("logs").EnumerateArray());
    }

    [SkippableFact]
    public async Task An_engine_that_drops_dead_is_one_line_on_standard_error()
    {
        using var engine = await OfficialEngine.StartAsync("--die-after", "5");
        var graph = SampleGraph.Make();
        using var printed = new StringWriter();
        var exitCode = await TestRun.RegisterAsync(graph, TestRun.Environment(engine.Address, graph), printed);

        Assert.Equal(1, exitCode);
        Assert.Matches("^The Pulumi engine at 127\\.0\\.0\\.1:[0-9]+ is gone: .*\\.\n$", printed.ToString());
    }

    private static async Task<(int ExitCode, string Printed, JsonElement Recording)> RunAsync(
        ResourceGraph graph,
        params string[] options
    )
    {
        using var engine = await OfficialEngine.StartAsync(options);
        var environment = TestRun.Environment(
            engine.Address,
            graph,
            options.Contains("--preview", StringComparer.Ordinal)
        );
        using var printed = new StringWriter();
        var exitCode = await TestRun.RegisterAsync(graph, environment, printed);
        return (exitCode, printed.ToString(), await engine.EndAsync());
    }

    private static JsonElement Find(JsonElement recording, string name) =>
        recording
            .GetProperty("registrations")
            .EnumerateArray()
            .Single(one => string.Equals(one.GetProperty("name").GetString(), name, StringComparison.Ordinal));
}
