using System.Text.Json.Nodes;
using BgpLb.Engine;
using BgpLb.Recording;
using Xunit;

namespace BgpLb.Tests.Engine;

/// <summary>What the adapter registers is what the official Node SDK registers for the same resources.</summary>
[Trait("Needs", "Programs")]
public sealed class ParityTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-parity-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_sample_is_registered_as_a_program_written_by_hand_registers_it(bool dryRun)
    {
        OfficialPackages.Need();
        var ours = await RecordAsync(dryRun);

        await AssertEqualAsync(ours, "--program", "sample.js");
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_sample_is_registered_as_the_official_classes_register_the_same_resources(bool dryRun)
    {
        OfficialPackages.Need();
        var ours = await RecordAsync(dryRun);

        await AssertEqualAsync(ours, "--blueprint", await RecordAsync(dryRun: false));
    }

    [SkippableFact]
    public async Task Both_sides_say_the_same_to_the_same_recording_engine()
    {
        OfficialPackages.Need();
        await AssertEqualAsync(await RecordAsync(dryRun: false), "--theirs", await RecordOfficialAsync());
    }

    [SkippableTheory]
    [InlineData("--program", "sample.js")]
    [InlineData]
    public async Task Whatever_a_registration_lacks_is_found(params string[] options)
    {
        OfficialPackages.Need();
        (string Name, string Path, string Reported)[] damages =
        [
            ("cilium", "object.compat", "object.compat"),
            ("cilium", "version", "version"),
            ("cilium", "propertyDependencies.values", "propertyDependencies.values"),
            ("auth", "object.apiVersion", "object.apiVersion"),
            ("auth", "object.stringData.4dabf18193072939515e22adb298388d", "object.stringData"),
            ("auth", "additionalSecretOutputs.0", "additionalSecretOutputs"),
            ("auth", "propertyDependencies.stringData.0", "propertyDependencies.stringData"),
            ("expand", "replaceOnChanges.0", "replaceOnChanges"),
            ("expand", "object.connection.value.port", "object.connection.secret.port"),
            ("expand", "dependencies.1", "dependencies"),
            ("password", "additionalSecretOutputs.1", "additionalSecretOutputs"),
            ("gateway", "supportsResultReporting", "supportsResultReporting"),
        ];
        var recording = JsonNode.Parse(await File.ReadAllTextAsync(await RecordAsync(dryRun: false)))!;
        foreach (var (name, path, _) in damages)
        {
            var registrations = recording["registrations"]!.AsArray();
            Damage(
                registrations.Single(one => string.Equals((string?)one!["name"], name, StringComparison.Ordinal))!,
                path
            );
        }

        var damaged = Path.Combine(_folder, "damaged.json");
        await File.WriteAllTextAsync(damaged, recording.ToJsonString());
        var (exitCode, printed) = await OfficialPackages.RunAsync("parity.js", [damaged, .. options]);

        Assert.Equal(1, exitCode);
        Assert.All(
            damages,
            damage => Assert.Contains($"::{damage.Name}\n  {damage.Reported}\n", printed, StringComparison.Ordinal)
        );
    }

    private static void Damage(JsonNode node, string path)
    {
        var names = path.Split('.');
        foreach (var name in names[..^1])
        {
            node = node[name]!;
        }

        if (node is JsonArray list)
        {
            list.RemoveAt(int.Parse(names[^1], System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            node.AsObject().Remove(names[^1]);
        }
    }

    private static async Task AssertEqualAsync(string ours, params string[] options)
    {
        var (exitCode, printed) = await OfficialPackages.RunAsync("parity.js", [ours, .. options]);
        Assert.True(exitCode == 0, printed);
        Assert.Equal("10 registrations are equal\n", printed);
    }

    private async Task<string> RecordAsync(bool dryRun)
    {
        var graph = SampleGraph.Make();
        await using var engine = await RecordingEngine.StartAsync(
            graph.Project,
            graph.Stack,
            new() { DryRun = dryRun }
        );
        Assert.Equal(0, await Registration.RunAsync(graph, TestRun.Environment(engine.Address, graph, dryRun)));
        var path = Path.Combine(_folder, dryRun ? "preview.json" : "update.json");
        await using var file = File.Create(path);
        engine.WriteTo(file);
        return path;
    }

    private async Task<string> RecordOfficialAsync()
    {
        var path = Path.Combine(_folder, "theirs.json");
        await using var engine = await RecordingEngine.StartAsync(SampleGraph.Project, SampleGraph.Stack);
        using var process = OfficialPackages.Start(
            "run.js",
            ["sample.js"],
            ("PULUMI_MONITOR", engine.Address),
            ("PULUMI_ENGINE", engine.Address),
            ("PULUMI_PROJECT", engine.Project),
            ("PULUMI_STACK", engine.Stack)
        );
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        await using var file = File.Create(path);
        engine.WriteTo(file);
        return path;
    }
}
