using BgpLb.Engine;
using BgpLb.Graph;
using BgpLb.Recording;

namespace BgpLb.Tests.Engine;

/// <summary>One registration of a graph with an engine, and all that came of it.</summary>
internal sealed record TestRun(int ExitCode, string Printed, Recorded Recorded, Meter Meter)
{
    public static async Task<TestRun> OfAsync(
        ResourceGraph graph,
        RecordingOptions? options = null,
        int parallel = EngineEnvironment.DefaultParallel,
        CancellationToken cancellation = default
    )
    {
        await using var engine = await RecordingEngine.StartAsync(graph.Project, graph.Stack, options);
        var environment = Environment(engine.Address, graph, options?.DryRun ?? false, parallel);
        using var printed = new StringWriter();
        var exitCode = await RegisterAsync(graph, environment, printed, cancellation);
        return new(exitCode, printed.ToString(), engine.Recorded, engine.Meter);
    }

    /// <summary>Registers a graph, and keeps what it prints.</summary>
    public static async Task<int> RegisterAsync(
        ResourceGraph graph,
        EngineEnvironment environment,
        TextWriter printed,
        CancellationToken cancellation = default
    )
    {
        using var connection = EngineConnection.Open(environment);
        return await Registration.RunAsync(graph, connection, printed, cancellation);
    }

    public static EngineEnvironment Environment(
        string address,
        ResourceGraph graph,
        bool dryRun = false,
        int parallel = EngineEnvironment.DefaultParallel
    ) =>
        new()
        {
            MonitorAddress = address,
            EngineAddress = address,
            Project = graph.Project,
            Stack = graph.Stack,
            DryRun = dryRun,
            Parallel = parallel,
        };
}

/// <summary>A component for tests, whose children the test makes.</summary>
internal sealed class Group : ComponentResource
{
    public Group(ResourceGraph graph, string name = "group")
        : base(graph, "test:index:Group", name) { }

    public Group(ComponentResource parent, string name, params Resource[] dependsOn)
        : base(parent, "test:index:Group", name) => DependsOn = [.. dependsOn];

    public Fields Reports
    {
        init => Outputs = value;
    }

    public CustomResource Add(string name, Fields? inputs = null, params Resource[] dependsOn) =>
        new(
            this,
            "command:remote:Command",
            name,
            inputs ?? Fields.Empty,
            new() { Version = "1.2.1", DependsOn = [.. dependsOn] },
            "a test"
        );
}
