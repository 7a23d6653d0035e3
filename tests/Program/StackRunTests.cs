using System.Text.Json;
using BgpLb.Recording;

namespace BgpLb.Tests.Program;

/// <summary>The built program under a recording engine, for both stacks.</summary>
[Trait("Needs", "Programs")]
public sealed class StackRunTests
{
    [Theory]
    [InlineData("dev", false)]
    [InlineData("dev", true)]
    [InlineData("prod", false)]
    [InlineData("prod", true)]
    public async Task A_stack_is_registered_without_a_word_and_a_secret_as_a_secret_and_nowhere_else(
        string stack,
        bool dryRun
    )
    {
        await using var engine = await RecordingEngine.StartAsync("bgplb", stack, new() { DryRun = dryRun });

        var run = await BuiltProgram.RunAsync(engine.Address, stack, StackConfig.Of(stack), dryRun);

        Assert.Equal("", run.Printed);
        Assert.Equal(0, run.ExitCode);
        using var recording = Recording(engine);
        var registered = recording.RootElement.GetProperty("registrations").EnumerateArray().ToArray();
        Assert.Equal("pulumi:pulumi:Stack", registered[0].GetProperty("type").GetString());
        Assert.Contains(registered, one => one.GetProperty("type").GetString() == "command:remote:Command");
        var clear = Texts(recording.RootElement, isSecret: false).ToArray();
        var secret = Texts(recording.RootElement, isSecret: true).ToArray();
        Assert.DoesNotContain(clear, text => text.Contains(StackConfig.SecretText, StringComparison.Ordinal));
        Assert.Contains(secret, text => text.Contains(StackConfig.SecretText, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wrong_settings_are_logged_each_with_its_path_and_nothing_is_registered()
    {
        var config = StackConfig
            .Of("prod")
            .With("bgplb:bgp", "\"holdTime\":9", "\"holdTime\":\"2\"")
            .With("bgplb:routers", "64513", "64512");
        await using var engine = await RecordingEngine.StartAsync("bgplb", "prod");

        var run = await BuiltProgram.RunAsync(engine.Address, "prod", config);

        Assert.Equal(32, run.ExitCode);
        Assert.Equal("", run.Printed);
        using var recording = Recording(engine);
        Assert.Empty(recording.RootElement.GetProperty("registrations").EnumerateArray());
        var logged = recording.RootElement.GetProperty("logs").GetRawText();
        Assert.Contains("bgplb:bgp.holdTime", logged, StringComparison.Ordinal);
        Assert.Contains("bgplb:routers[0].asn", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_secret_is_asked_for_with_the_command_that_sets_it()
    {
        var config = StackConfig.Of("prod");
        config = config with
        {
            Texts = config
                .Texts.Where(pair => pair.Key != "bgplb:bgpPassword")
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal),
        };
        await using var engine = await RecordingEngine.StartAsync("bgplb", "prod");

        var run = await BuiltProgram.RunAsync(engine.Address, "prod", config);

        Assert.Equal(32, run.ExitCode);
        using var recording = Recording(engine);
        var logged = recording.RootElement.GetProperty("logs").GetRawText();
        Assert.Contains("pulumi config set --secret bgpPassword", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_registration_is_logged_once_and_what_depends_on_it_is_left_alone()
    {
        await using var engine = await RecordingEngine.StartAsync("bgplb", "dev", new() { Fail = "gateway-change" });

        var run = await BuiltProgram.RunAsync(engine.Address, "dev", StackConfig.Of("dev"));

        Assert.Equal(32, run.ExitCode);
        Assert.Equal("", run.Printed);
        using var recording = Recording(engine);
        Assert.Single(recording.RootElement.GetProperty("logs").EnumerateArray());
        var names = recording
            .RootElement.GetProperty("registrations")
            .EnumerateArray()
            .Select(one => one.GetProperty("type").GetString());
        Assert.DoesNotContain("kubernetes:cilium.io/v2:CiliumBGPClusterConfig", names);
    }

    [Fact]
    public async Task A_gateway_s_API_gets_its_secrets_by_standard_input_only()
    {
        await using var engine = await RecordingEngine.StartAsync("bgplb", "prod");

        var run = await BuiltProgram.RunAsync(engine.Address, "prod", StackConfig.ByApi());

        Assert.Equal((0, ""), (run.ExitCode, run.Printed));
        using var recording = Recording(engine);
        var clear = Texts(recording.RootElement, isSecret: false).ToArray();
        Assert.DoesNotContain(clear, text => text.Contains(StackConfig.SecretText, StringComparison.Ordinal));
        var commands = recording
            .RootElement.GetProperty("registrations")
            .EnumerateArray()
            .Where(one => one.GetProperty("type").GetString() == "command:local:Command")
            .ToArray();
        Assert.Equal(
            ["udm-pro-change", "udm-pro-confirmation"],
            commands.Select(one => one.GetProperty("name").GetString())
        );
        Assert.All(
            commands,
            one =>
                Assert.Contains(
                    $"\"apiKey\":\"key-{StackConfig.SecretText}\"",
                    string.Concat(Texts(one.GetProperty("object").GetProperty("stdin"), isSecret: true))
                )
        );
    }

    [Fact]
    public async Task A_router_that_is_gone_for_good_is_registered_to_be_forgotten()
    {
        var config = StackConfig.Of("prod").With("bgplb:routers", "\"asn\":64513", "\"asn\":64513,\"retain\":true");
        await using var engine = await RecordingEngine.StartAsync("bgplb", "prod");

        var run = await BuiltProgram.RunAsync(engine.Address, "prod", config);

        Assert.Equal((0, ""), (run.ExitCode, run.Printed));
        using var recording = Recording(engine);
        var command = recording
            .RootElement.GetProperty("registrations")
            .EnumerateArray()
            .Single(one => one.GetProperty("type").GetString() == "command:remote:Command");
        Assert.Equal("udm-pro-change", command.GetProperty("name").GetString());
        Assert.True(command.GetProperty("retainOnDelete").GetBoolean());
        Assert.False(command.GetProperty("protect").GetBoolean());
        var ignored = command.GetProperty("ignoreChanges").EnumerateArray().Select(name => name.GetString());
        Assert.Empty(command.GetProperty("object").EnumerateObject().Select(input => input.Name).Except(ignored));
    }

    [Fact]
    public async Task No_more_calls_run_at_once_than_the_engine_allows()
    {
        var options = new RecordingOptions { Delay = TimeSpan.FromMilliseconds(20) };
        await using var engine = await RecordingEngine.StartAsync("bgplb", "prod", options);

        var run = await BuiltProgram.RunAsync(engine.Address, "prod", StackConfig.Of("prod"), parallel: 1);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(1, engine.Meter.Most);
    }

    [Fact]
    public async Task Ctrl_C_ends_it_at_once()
    {
        var options = new RecordingOptions { Hold = _ => new TaskCompletionSource().Task };
        await using var engine = await RecordingEngine.StartAsync("bgplb", "dev", options);
        using var process = BuiltProgram.Start(engine.Address, "dev", StackConfig.Of("dev"), dryRun: false, 16);
        while (engine.Meter.Most == 0)
        {
            await Task.Delay(20);
        }

        BuiltProgram.Interrupt(process);
        // Not on the tests' own threads: all of these may be waiting for something else.
        var ended = Task.Run(() => BuiltProgram.EndOf(process));

        Assert.Same(ended, await Task.WhenAny(ended, Task.Delay(Patience.Limit)));
        Assert.Equal(130, (await ended).ExitCode);
        Assert.Equal("", (await ended).Printed);
    }

    private static JsonDocument Recording(RecordingEngine engine)
    {
        using var stream = new MemoryStream();
        engine.WriteTo(stream);
        return JsonDocument.Parse(stream.ToArray());
    }

    /// <summary>Every text within, as far as it is or is not inside a secret's wrapper.</summary>
    private static IEnumerable<string> Texts(JsonElement element, bool isSecret, bool isWithin = false) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(entry => Texts(entry.Value, isSecret, isWithin || IsWrapper(element))),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Texts(item, isSecret, isWithin)),
            JsonValueKind.String when isWithin == isSecret => [element.GetString()!],
            _ => [],
        };

    private static bool IsWrapper(JsonElement element) =>
        element.TryGetProperty("4dabf18193072939515e22adb298388d", out var signature)
        && signature.GetString() == "1b47061264138c4ac30d75fd1eb44270";
}
