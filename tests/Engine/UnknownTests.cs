using BgpLb.Engine.Protocol;
using BgpLb.Graph;
using BgpLb.Recording;
using Xunit;

namespace BgpLb.Tests.Engine;

public sealed class UnknownTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task In_a_preview_what_depends_on_something_unknown_is_unknown(bool sendUnknowns)
    {
        var run = await TestRun.OfAsync(SampleGraph.Make(), new() { DryRun = true, SendUnknowns = sendUnknowns });

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("?", run.Recorded["bgp-default"].Input("metadata", "annotations", "bgplb/auth").Shown());
        Assert.Equal("secret({password: ?})", run.Recorded["auth"].Input("stringData").Shown());
        Assert.EndsWith(
            "::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            run.Recorded["auth"].Request.Provider,
            StringComparison.Ordinal
        );
        Assert.Equal(
            "{expanded: ?}",
            run.Recorded.Outputs.Single(sent => sent.Urn.EndsWith("::gateway", StringComparison.Ordinal))
                .Outputs.Shown()
        );
    }

    [Fact]
    public async Task A_text_with_a_secret_part_and_an_unknown_one_is_a_secret_that_is_unknown()
    {
        var run = await TestRun.OfAsync(SampleGraph.Make(), new() { DryRun = true });

        Assert.Equal("secret(?)", run.Recorded["expand"].Input("stdin").Shown());
    }

    [Fact]
    public async Task A_provider_without_an_id_is_named_with_an_unknown_one()
    {
        var run = await TestRun.OfAsync(
            SampleGraph.Make(),
            new() { DryRun = true, Adjust = (request, answer) => answer.Id = "" }
        );

        Assert.EndsWith(
            "::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            run.Recorded["auth"].Request.Provider,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_update_that_does_not_answer_an_output_fails_and_names_it()
    {
        var run = await TestRun.OfAsync(Referring("result"));

        Assert.Equal(32, run.ExitCode);
        var log = Assert.Single(run.Recorded.Logs);
        Assert.Equal(
            "command:remote:Command \"second\" could not be registered: command:remote:Command \"first\" has no output \"result\", which is needed here.",
            log.Message
        );
        Assert.EndsWith("::second", log.Urn, StringComparison.Ordinal);
        Assert.False(run.Recorded.Ended);
    }

    [Fact]
    public async Task An_input_that_an_update_leaves_out_of_its_answer_is_what_was_sent()
    {
        var run = await TestRun.OfAsync(
            Referring("stdin"),
            new() { Adjust = (request, answer) => answer.Object = Google.Protobuf.ByteString.Empty }
        );

        Assert.Equal("got hello", run.Recorded["second"].Input("stdin").Shown());
    }

    [Theory]
    [InlineData("skip")]
    [InlineData("fail")]
    [InlineData("unknown")]
    public async Task What_the_engine_skipped_or_does_not_know_is_unknown_in_an_update_too(string how)
    {
        var run = await TestRun.OfAsync(
            Referring("stdout"),
            new()
            {
                Adjust = (request, answer) =>
                {
                    answer.Object = Google.Protobuf.ByteString.Empty;
                    answer.Result =
                        how is "skip" ? Result.Skip
                        : how is "fail" ? Result.Fail
                        : Result.Success;
                    answer.Unknown = how is "unknown";
                },
            }
        );

        Assert.Equal(0, run.ExitCode);
        Assert.Empty(run.Recorded.Logs);
        Assert.Equal("?", run.Recorded["second"].Input("stdin").Shown());
    }

    private static ResourceGraph Referring(string output)
    {
        var graph = new ResourceGraph("p", "s");
        var group = new Group(graph);
        var first = group.Add("first", Fields.Of(("stdin", "hello")));
        group.Add("second", Fields.Of(("stdin", Value.Join("got ", first[output]))));
        return graph;
    }
}
