using BgpLb.Graph;
using BgpLb.Recording;
using Xunit;

namespace BgpLb.Tests.Engine;

public sealed class OrderTests
{
    [Fact]
    public async Task A_resource_is_registered_when_all_that_it_needs_has_answered()
    {
        var graph = SampleGraph.Make();
        var run = await TestRun.OfAsync(graph, new() { Delay = TimeSpan.FromMilliseconds(5) });

        var calls = run.Recorded.Calls.ToList();
        foreach (var resource in graph.Resources)
        {
            var start = calls.IndexOf($"start {resource.Name}");
            foreach (var needed in Needs(resource))
            {
                Assert.InRange(calls.IndexOf($"end {needed.Name}"), 0, start - 1);
            }
        }
    }

    [Fact]
    public async Task The_stack_comes_first_and_its_outputs_last()
    {
        var graph = SampleGraph.Make();
        var run = await TestRun.OfAsync(graph);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("start bgplb-sample", run.Recorded.Calls.First());
        Assert.Equal($"outputs {graph.StackUrn}", run.Recorded.Calls.Last());
        Assert.True(run.Recorded.Ended);
        Assert.Equal(graph.Resources.Count + 1, run.Recorded.Registrations.Count);
        Assert.Empty(run.Printed);
    }

    [Fact]
    public async Task A_component_reports_its_outputs_when_its_children_are_registered()
    {
        var graph = new ResourceGraph("p", "s");
        var outer = new Group(graph, "outer");
        var inner = new Group(outer, "inner");
        inner.Add("child");
        var run = await TestRun.OfAsync(graph, new() { Delay = TimeSpan.FromMilliseconds(20) });

        var calls = run.Recorded.Calls.ToList();
        Assert.True(calls.IndexOf($"outputs {inner.Urn}") > calls.IndexOf("end child"));
        Assert.True(calls.IndexOf($"outputs {outer.Urn}") > calls.IndexOf("end child"));
        Assert.Equal(3, run.Recorded.Outputs.Count);
    }

    [Fact]
    public async Task Waiting_for_a_component_is_waiting_for_all_that_is_in_it()
    {
        var graph = new ResourceGraph("p", "s");
        var outer = new Group(graph, "outer");
        var first = new Group(outer, "first");
        var deep = new Group(first, "deep");
        first.Add("a");
        deep.Add("b");
        var last = outer.Add("last", null, first);
        var run = await TestRun.OfAsync(graph, new() { Delay = TimeSpan.FromMilliseconds(5) });

        var calls = run.Recorded.Calls.ToList();
        Assert.True(calls.IndexOf("start last") > calls.IndexOf("end a"));
        Assert.True(calls.IndexOf("start last") > calls.IndexOf("end b"));
        var names = run.Recorded[last.Name].Request.Dependencies.Select(urn => urn.Split("::")[^1]);
        Assert.Equal("a b", string.Join(' ', names.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task As_many_calls_run_at_once_as_the_engine_allows_and_never_more()
    {
        var eight = new Together(8);
        var run = await TestRun.OfAsync(
            Wide(64),
            new() { Hold = eight.HoldAsync, Delay = TimeSpan.FromMilliseconds(20) },
            parallel: 8
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(8, run.Meter.Most);
    }

    [Fact]
    public async Task More_calls_than_one_connection_carries_run_at_once_too()
    {
        var many = new Together(200);
        var run = await TestRun.OfAsync(Wide(400), new() { Hold = many.HoldAsync }, parallel: int.MaxValue);

        Assert.Equal(0, run.ExitCode);
        Assert.InRange(run.Meter.Most, 200, 400);
    }

    [Fact]
    public async Task One_at_a_time_is_one_at_a_time()
    {
        var run = await TestRun.OfAsync(Wide(10), new() { Delay = TimeSpan.FromMilliseconds(5) }, parallel: 1);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, run.Meter.Most);
    }

    [Fact]
    public async Task A_circle_is_an_error_that_names_a_resource_in_it()
    {
        var graph = new ResourceGraph("p", "s");
        var outer = new Group(graph, "outer");
        outer.Add("child", null, outer);
        var run = await TestRun.OfAsync(graph);

        Assert.Equal(32, run.ExitCode);
        var log = Assert.Single(run.Recorded.Logs);
        Assert.Equal("command:remote:Command \"child\" is in a circle of dependencies, or waits for one.", log.Message);
    }

    private static ResourceGraph Wide(int count)
    {
        var graph = new ResourceGraph("p", "s");
        var group = new Group(graph);
        for (var i = 0; i < count; i++)
        {
            group.Add($"r{i}");
        }

        return graph;
    }

    private static IEnumerable<Resource> Needs(Resource resource)
    {
        var dependencies = Dependencies.Of(resource);
        IEnumerable<Resource> provider = resource is CustomResource { Options.Provider: { } given } ? [given] : [];
        IEnumerable<Resource> parent = resource.Parent is null ? [] : [resource.Parent];
        return [.. dependencies.All, .. provider, .. parent];
    }
}
