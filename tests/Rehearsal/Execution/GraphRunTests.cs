using System.Text.Json.Nodes;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Execution;
using BgpLb.Settings;

namespace BgpLb.Tests.Rehearsal.Execution;

public sealed class GraphRunTests : IProvider
{
    private readonly List<string> _calls = [];
    private string _failsAt = "nothing";

    [Fact]
    public void Resources_are_made_in_the_graph_s_own_order()
    {
        var graph = Graph("dev");

        var update = Run().Apply(graph, _ => { });

        Assert.True(update.Succeeded);
        Assert.Equal(graph.Resources.OfType<CustomResource>().Select(resource => $"make {resource.Type}"), _calls);
        Assert.All(update.Steps, step => Assert.Equal("made", step.Action));
    }

    [Fact]
    public void What_has_not_changed_is_not_touched()
    {
        var run = Run();
        run.Apply(Graph("dev"), _ => { });
        _calls.Clear();

        var update = run.Apply(Graph("dev"), _ => { });

        Assert.Empty(_calls);
        Assert.Empty(update.Steps);
    }

    [Fact]
    public void What_depends_on_another_output_changes_with_it()
    {
        var run = Run();
        run.Apply(Graph("dev"), _ => { });
        _calls.Clear();

        run.Apply(Graph("dev", version: "2"), _ => { });

        // Keepers make another password, which every script and the secret have within.
        Assert.Equal("make random:index/randomPassword:RandomPassword", _calls[0]);
        Assert.Contains("make command:remote:Command", _calls);
        Assert.Contains("make kubernetes:core/v1:Secret", _calls);
        Assert.DoesNotContain("make kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool", _calls);
    }

    [Fact]
    public void A_failure_ends_it_and_the_next_update_goes_on_from_there()
    {
        var run = Run();
        _failsAt = "kubernetes:core/v1:Secret";

        var failed = run.Apply(Graph("dev"), _ => { });

        Assert.Equal("kubernetes:core/v1:Secret bgplb-password: it cannot", failed.Failure);
        Assert.DoesNotContain("make kubernetes:cilium.io/v2:CiliumBGPPeerConfig", _calls);
        (_failsAt, var before) = ("nothing", _calls.Count);
        Assert.True(run.Apply(Graph("dev"), _ => { }).Succeeded);
        Assert.Equal("make kubernetes:core/v1:Secret", _calls[before]);
    }

    [Fact]
    public void What_has_left_the_graph_is_deleted_the_last_made_first()
    {
        var run = Run();
        run.Apply(Graph("dev"), _ => { });
        var made = _calls.Select(call => call["make ".Length..]).ToArray();
        _calls.Clear();

        Assert.True(run.Apply(new ResourceGraph("bgplb", "dev"), _ => { }).Succeeded);

        Assert.Equal(made.Reverse().Select(type => $"delete {type}"), _calls);
    }

    [Fact]
    public void A_script_gets_the_password_in_clear_where_the_graph_refers_to_it()
    {
        JsonObject? seen = null;
        var run = new GraphRun(
            [this],
            (type, inputs) =>
            {
                seen = type == "kubernetes:core/v1:Secret" ? inputs : seen;
                return inputs;
            }
        );

        run.Apply(Graph("dev"), _ => { });

        Assert.Equal("password-1", $"{seen!["stringData"]!["password"]}");
    }

    [Fact]
    public void A_type_that_nothing_stands_in_for_is_named()
    {
        var run = new GraphRun([], (_, inputs) => inputs);

        Assert.Contains("nothing here stands in for resources of type", run.Apply(Graph("dev"), _ => { }).Failure);
    }

    bool IProvider.Makes(string type) => true;

    JsonObject IProvider.Make(string type, JsonObject inputs, Made? before)
    {
        _calls.Add($"make {type}");
        return type == _failsAt
            ? throw new RehearsalException("it cannot")
            : new JsonObject { ["result"] = $"password-{inputs["keepers"]?["version"]}" };
    }

    void IProvider.Delete(string type, Made what) => _calls.Add($"delete {type}");

    private static ResourceGraph Graph(string stack, string version = "1")
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);
        var settings = reading.Settings!;
        settings = settings with
        {
            Bgp = settings.Bgp with { Password = settings.Bgp.Password with { Version = version } },
        };
        return StackGraph.Build(Designer.Design(reading.Project, stack, settings).Design!, settings.Secrets);
    }

    private GraphRun Run() => new([this], (_, inputs) => inputs);
}
