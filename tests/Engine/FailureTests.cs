using System.Net;
using System.Net.Sockets;
using BgpLb.Engine;
using BgpLb.Engine.Protocol;
using BgpLb.Graph;
using BgpLb.Recording;
using Xunit;

namespace BgpLb.Tests.Engine;

public sealed class FailureTests
{
    [Fact]
    public async Task A_failing_registration_is_logged_once_with_its_resource_and_ends_the_rest()
    {
        var graph = SampleGraph.Make();
        var options = new RecordingOptions { Fail = "expand", FailMessage = "ssh: 100 % »refused«\nby the router" };
        var run = await TestRun.OfAsync(graph, options);

        Assert.Equal(32, run.ExitCode);
        var log = Assert.Single(run.Recorded.Logs);
        Assert.Equal(
            "command:remote:Command \"expand\" could not be registered: ssh: 100 % »refused«\nby the router",
            log.Message
        );
        Assert.Equal(graph.Resources.Single(resource => resource.Name is "expand").Urn, log.Urn);
        Assert.Equal(LogSeverity.Error, log.Severity);
        Assert.DoesNotContain(run.Recorded.Calls, call => call is "start auth" or "start bgp-default");
        Assert.DoesNotContain(graph.StackUrn, run.Recorded.Outputs.Select(sent => sent.Urn), StringComparer.Ordinal);
        Assert.False(run.Recorded.Ended);
        Assert.Empty(run.Printed);
    }

    [Fact]
    public async Task A_failure_cancels_what_runs_beside_it()
    {
        var graph = new ResourceGraph("p", "s");
        var group = new Group(graph);
        group.Add("slow");
        new Group(graph, "other").Add("bad");
        var (begun, never) = (new TaskCompletionSource(), new TaskCompletionSource());
        var run = await TestRun.OfAsync(graph, new() { Fail = "bad", Hold = HoldAsync }).WaitAsync(Patience.Limit);

        Assert.Equal(32, run.ExitCode);
        Assert.Equal("bad", Assert.Single(run.Recorded.Logs).Urn.Split("::")[^1]);
        Assert.DoesNotContain("end slow", run.Recorded.Calls);

        Task HoldAsync(RegisterResourceRequest request)
        {
            if (request.Name is "slow")
            {
                begun.SetResult();
                return never.Task;
            }

            return request.Name is "bad" ? begun.Task : Task.CompletedTask;
        }
    }

    [Fact]
    public async Task An_engine_that_is_stopping_has_told_its_user_why()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make(), new() { Fail = "expand", FailStatus = 14 });

        Assert.Equal(32, run.ExitCode);
        Assert.Empty(run.Recorded.Logs);
        Assert.Empty(run.Printed);
    }

    [Fact]
    public async Task A_refused_stack_is_logged_too()
    {
        var run = await TestRun.OfAsync(
            SampleGraph.Make(),
            new() { Fail = "bgplb-sample", FailMessage = "no such stack" }
        );

        Assert.Equal(32, run.ExitCode);
        Assert.Equal("no such stack", Assert.Single(run.Recorded.Logs).Message);
        Assert.Empty(run.Recorded.Registrations);
    }

    [Fact]
    public async Task An_engine_that_keeps_no_secrets_is_refused()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make(), new() { SupportsSecrets = false });

        Assert.Equal(32, run.ExitCode);
        Assert.Contains("does not keep secrets", Assert.Single(run.Recorded.Logs).Message, StringComparison.Ordinal);
        Assert.Empty(run.Recorded.Registrations);
    }

    [Fact]
    public async Task An_older_engine_does_not_know_how_a_run_ends()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make(), new() { SupportsShutdown = false });

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Printed);
    }

    [Fact]
    public async Task An_interruption_ends_the_run_at_once()
    {
        using var interruption = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var run = await TestRun
            .OfAsync(SampleGraph.Make(), new() { Hold = HoldAsync }, cancellation: interruption.Token)
            .WaitAsync(Patience.Limit);

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Recorded.Logs);
        Assert.Empty(run.Printed);

        async Task HoldAsync(RegisterResourceRequest request)
        {
            await interruption.CancelAsync();
            await never.Task;
        }
    }

    [Fact]
    public async Task An_engine_that_dies_in_the_middle_is_one_line_on_standard_error()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make(), new() { DieAfter = 4 });

        Assert.Equal(1, run.ExitCode);
        Assert.Matches("^The Pulumi engine at 127\\.0\\.0\\.1:[0-9]+ is gone: .*\\.\n$", run.Printed);
    }

    [Fact]
    public async Task An_engine_that_was_never_there_is_one_line_on_standard_error()
    {
        var graph = SampleGraph.Make();
        using var printed = new StringWriter();
        var exitCode = await TestRun.RegisterAsync(graph, TestRun.Environment(FreeAddress(), graph), printed);

        Assert.Equal(1, exitCode);
        Assert.EndsWith("is gone: connection refused.\n", printed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_without_a_graph_are_logged_each()
    {
        var graph = SampleGraph.Make();
        await using var engine = await RecordingEngine.StartAsync(graph.Project, graph.Stack);
        using var printed = new StringWriter();
        var environment = TestRun.Environment(engine.Address, graph);
        var exitCode = await Registration.FailAsync(
            EngineConnection.Open(environment),
            ["pools[0] is empty", "pools[1] too"],
            printed,
            default
        );

        Assert.Equal(32, exitCode);
        Assert.Equal(
            "pools[0] is empty; pools[1] too",
            string.Join("; ", engine.Recorded.Logs.Select(log => log.Message))
        );
        Assert.Empty(engine.Recorded.Registrations);
        Assert.Empty(printed.ToString());
    }

    [Fact]
    public async Task Errors_that_cannot_be_logged_are_printed()
    {
        using var printed = new StringWriter();
        var environment = TestRun.Environment(FreeAddress(), SampleGraph.Make());
        var exitCode = await Registration.FailAsync(
            EngineConnection.Open(environment),
            ["pools[0] is empty"],
            printed,
            default
        );

        Assert.Equal(1, exitCode);
        Assert.Equal("pools[0] is empty\n", printed.ToString());
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener.LocalEndpoint.ToString()!;
    }
}
