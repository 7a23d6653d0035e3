using BgpLb.Graph;
using BgpLb.Recording;
using Xunit;

namespace BgpLb.Tests.Engine;

public sealed class RequestTests
{
    [Fact]
    public async Task Options_are_sent_and_what_is_not_given_is_not()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make());

        var release = run.Recorded["cilium"].Request;
        Assert.True(release.Custom);
        Assert.Equal("4.32.0", release.Version);
        Assert.Equal("kube-system/cilium", release.ImportId);
        Assert.True(release.HasProtect);
        Assert.True(release.Protect);
        Assert.False(release.HasRetainOnDelete);
        Assert.Equal(
            ("1800s", "90s", ""),
            (release.CustomTimeouts.Create, release.CustomTimeouts.Update, release.CustomTimeouts.Delete)
        );
        var command = run.Recorded["expand"].Request;
        Assert.Equal(["connection"], command.AdditionalSecretOutputs);
        Assert.Equal(["triggers[*]"], command.ReplaceOnChanges);
        Assert.True(command.RetainOnDelete);
        Assert.Equal(["stdin", "triggers"], command.IgnoreChanges);
        Assert.Empty(release.IgnoreChanges);
        Assert.False(command.HasProtect);
    }

    [Fact]
    public async Task A_resource_names_its_parent_and_its_provider_as_the_engine_answered_them()
    {
        var run = await TestRun.OfAsync(
            SampleGraph.Make(),
            new() { Adjust = (request, answer) => answer.Id = request.Name is "cluster" ? "id-7" : answer.Id }
        );

        var auth = run.Recorded["auth"].Request;
        Assert.Equal($"{run.Recorded["cluster"].Answer.Urn}::id-7", auth.Provider);
        Assert.Equal(run.Recorded["home"].Answer.Urn, auth.Parent);
        Assert.Equal(run.Recorded["bgplb-sample"].Answer.Urn, run.Recorded["home"].Request.Parent);
        Assert.Empty(run.Recorded["bgplb-sample"].Request.Parent);
    }

    [Fact]
    public async Task Each_input_lists_the_resources_that_it_comes_from_even_if_there_are_none()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make());

        var auth = run.Recorded["auth"].Request;
        Assert.Equal(
            auth.Object.Fields.Keys.Order(StringComparer.Ordinal),
            auth.PropertyDependencies.Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal([run.Recorded["password"].Answer.Urn], auth.PropertyDependencies["stringData"].Urns);
        Assert.Empty(auth.PropertyDependencies["metadata"].Urns);
        Assert.Equal([run.Recorded["expand"].Answer.Urn, run.Recorded["password"].Answer.Urn], auth.Dependencies);
    }

    [Fact]
    public async Task Secrets_are_marked_and_stay_so_where_they_are_joined()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make());

        var result = Answering.Marker(run.Recorded["password"].Answer.Urn, "result");
        Assert.Equal($"secret({{password: {result}}})", run.Recorded["auth"].Input("stringData").Shown());
        Assert.Equal($"secret(password {result}\nkey swordfish\n)", run.Recorded["expand"].Input("stdin").Shown());
        Assert.Equal("secret(kind: Config)", run.Recorded["cluster"].Input("kubeconfig").Shown());
    }

    [Fact]
    public async Task An_output_that_the_engine_answers_as_secret_is_secret_where_it_goes()
    {
        var graph = new ResourceGraph("p", "s");
        var group = new Group(graph);
        var first = group.Add("first", Fields.Of(("stdin", Fields.Of(("deep", ((Value)"x").AsSecret())))));
        group.Add("second", Fields.Of(("stdin", Items.Of(first["stdin"]))));
        var run = await TestRun.OfAsync(graph);

        Assert.Equal(
            $"[secret({{deep: {Answering.Marker(first.Urn, "stdin.deep")}}})]",
            run.Recorded["second"].Input("stdin").Shown()
        );
    }

    [Fact]
    public async Task Joined_numbers_and_booleans_are_written_as_everywhere()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make());

        var id = Answering.Marker(run.Recorded["auth"].Answer.Urn, "id");
        Assert.Equal(
            $"secret {id}, 64513, true",
            run.Recorded["bgp-default"].Input("metadata", "annotations", "bgplb/auth").Shown()
        );
    }

    [Fact]
    public async Task Outputs_of_components_and_of_the_stack_are_reported()
    {
        var graph = SampleGraph.Make();
        var run = await TestRun.OfAsync(graph);

        var outputs = run.Recorded.Outputs.ToDictionary(
            sent => sent.Urn,
            sent => sent.Outputs.Shown(),
            StringComparer.Ordinal
        );
        var id = Answering.Marker(run.Recorded["bgp-default"].Answer.Urn, "id");
        var stdout = Answering.Marker(run.Recorded["expand"].Answer.Urn, "stdout");
        Assert.Equal($"{{pool: {id}, ran: {stdout}}}", outputs[run.Recorded["home"].Answer.Urn]);
        Assert.Equal("{}", outputs[run.Recorded["release"].Answer.Urn]);
        Assert.Equal(
            $"{{digest: sha256:{id}, password: secret(hunter2), pools: [{{addresses: 100, name: bgp-default}}]}}",
            outputs[graph.StackUrn]
        );
    }

    [Fact]
    public async Task Messages_of_many_megabytes_go_both_ways()
    {
        var graph = new ResourceGraph("p", "s");
        var text = new string('x', 20 * 1024 * 1024);
        new Group(graph).Add("big", Fields.Of(("stdin", text)));
        var run = await TestRun.OfAsync(
            graph,
            new()
            {
                Adjust = (request, answer) =>
                    answer.Object = Google.Protobuf.ByteString.CopyFrom(new byte[20 * 1024 * 1024]),
            }
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(text.Length, run.Recorded["big"].Input("stdin").StringValue.Length);
    }
}
