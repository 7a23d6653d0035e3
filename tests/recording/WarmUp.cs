using BgpLb.Engine;
using BgpLb.Graph;

namespace BgpLb.Recording;

/// <summary>
/// Registers a few resources with an engine of its own, so that what is measured later is the command and not this
/// program's first steps: the real engine has long been running when it starts a program.
/// </summary>
internal static class WarmUp
{
    public static async Task RunAsync()
    {
        var graph = new ResourceGraph("warm", "up");
        _ = new Group(graph);
        await using var engine = await RecordingEngine.StartAsync(graph.Project, graph.Stack);
        var environment = new EngineEnvironment
        {
            MonitorAddress = engine.Address,
            EngineAddress = engine.Address,
            Project = graph.Project,
            Stack = graph.Stack,
        };
        await Registration.RunAsync(graph, environment);
    }

    private sealed class Group : ComponentResource
    {
        public Group(ResourceGraph graph)
            : base(graph, "bgplb:index:WarmUp", "group")
        {
            for (var made = 0; made < 40; made++)
            {
                var inputs = Fields.Of(("metadata", Fields.Of(("name", "pool"), ("labels", Items.Of("a", 1, true)))));
                _ = new CustomResource(
                    this,
                    "test:index:Thing",
                    $"thing-{made}",
                    inputs,
                    new() { Version = "1.0.0" },
                    ""
                );
            }
        }
    }
}
