using System.Net;
using System.Net.Http.Headers;
using BgpLb.Engine;
using BgpLb.Policies.Pack;
using BgpLb.Policies.Pack.Protocol;
using BgpLb.Policies.Rules;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Tests.Policies.Pack;

public sealed class PackServerTests
{
    private static readonly HttpMessageInvoker Client = new(new SocketsHttpHandler { UseProxy = false });

    [Fact]
    public async Task A_call_is_answered()
    {
        await using var server = await PackServer.StartAsync(new(AllRules.All));

        var (status, _, answer) = await CallAsync(server, "GetPluginInfo", GrpcFrame.Of(new Empty()));

        Assert.Equal("0", status);
        Assert.Equal("0.1.0", PluginInfo.Parser.ParseFrom(answer).Version);
    }

    [Fact]
    public async Task A_call_that_no_pack_has_is_said_to_be_unknown()
    {
        await using var server = await PackServer.StartAsync(new(AllRules.All));

        Assert.Equal("12", (await CallAsync(server, "Remediate", GrpcFrame.Of(new Empty()))).Status);
        Assert.Equal("12", (await CallAsync(server, "Other", GrpcFrame.Of(new Empty()))).Status);
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 255, 255 })]
    public async Task What_is_no_message_is_refused(byte[] body)
    {
        await using var server = await PackServer.StartAsync(new(AllRules.All));

        Assert.Equal("3", (await CallAsync(server, "Analyze", body)).Status);
    }

    [Fact]
    public async Task A_rule_that_fails_is_an_error_of_the_call_without_a_value()
    {
        var rule = MadeRules.Each("broken", resource => throw new FormatException(resource["a"].Text));
        await using var server = await PackServer.StartAsync(new([rule]));
        var request = Thing(0);
        request.Properties.Fields["a"] = WireText("hidden");

        var (status, message, _) = await CallAsync(server, "Analyze", GrpcFrame.Of(request));

        Assert.Equal("13", status);
        Assert.Equal("The rule broken failed on urn:0: FormatException. This is a defect of the rule.", message);
    }

    [Fact]
    public async Task Resources_are_analyzed_side_by_side()
    {
        // Each waits until all are there.
        using var all = new CountdownEvent(4);
        var rule = MadeRules.Each(
            "meets",
            resource =>
            {
                all.Signal();
                return all.Wait(Patience.Limit) ? [new(resource.Root, $"{resource.Name}.")] : [];
            }
        );
        await using var server = await PackServer.StartAsync(new([rule]));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(at => CallAsync(server, "Analyze", GrpcFrame.Of(Thing(at))))
        );

        Assert.Equal(
            ["0. Do otherwise.", "1. Do otherwise.", "2. Do otherwise.", "3. Do otherwise."],
            answers.Select(answer => AnalyzeResponse.Parser.ParseFrom(answer.Answer).Diagnostics[0].Message)
        );
    }

    [Fact]
    public async Task It_ends_when_the_engine_cancels_it_and_answers_what_is_under_way()
    {
        using var begun = new SemaphoreSlim(0);
        using var go = new ManualResetEventSlim();
        var rule = MadeRules.Each(
            "slow",
            _ =>
            {
                begun.Release();
                go.Wait(Patience.Limit);
                return [];
            }
        );
        await using var server = await PackServer.StartAsync(new([rule]));
        var under = CallAsync(server, "Analyze", GrpcFrame.Of(Thing(0)));
        await begun.WaitAsync();

        Assert.Equal("0", (await CallAsync(server, "Cancel", GrpcFrame.Of(new Empty()))).Status);
        go.Set();

        Assert.Equal("0", (await under).Status);
        await server.WaitForEndAsync().WaitAsync(Patience.Limit);
        await Assert.ThrowsAsync<HttpRequestException>(() =>
            CallAsync(server, "GetPluginInfo", GrpcFrame.Of(new Empty()))
        );
    }

    private static AnalyzeRequest Thing(int at) =>
        new()
        {
            Urn = $"urn:{at}",
            Type = "test:index:Thing",
            Name = $"{at}",
            Properties = new(),
        };

    private static Value WireText(string text) => new() { StringValue = text };

    private static async Task<(string? Status, string? Message, byte[] Answer)> CallAsync(
        PackServer server,
        string call,
        byte[] body
    )
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"http://127.0.0.1:{server.Port}/pulumirpc.Analyzer/{call}"
        )
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/grpc") } },
        };
        using var response = await Client.SendAsync(request, CancellationToken.None);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return (
            First(response, "grpc-status"),
            Uri.UnescapeDataString(First(response, "grpc-message") ?? ""),
            answer.Length < 5 ? [] : answer[5..]
        );
    }

    private static string? First(HttpResponseMessage response, string name) =>
        Values(response.TrailingHeaders, name) ?? Values(response.Headers, name);

    private static string? Values(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.First() : null;
}
