using System.Text.Json;
using System.Text.Json.Nodes;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Engine;
using BgpLb.Recording;
using BgpLb.Settings;
using BgpLb.Tests.Engine;

namespace BgpLb.Tests.Policies.Pack;

/// <summary>A shipped stack, marshalled for the engine, judged by the pack, asked by the official client.</summary>
internal static class PackRun
{
    /// <summary>What the program registers for a stack, as JSON; the generated password is a marker in it, as after an update.</summary>
    public static async Task<JsonNode> RecordAsync(string stack, bool dryRun = false)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);
        var graph = StackGraph.Build(Designer.Design(reading).Design!, reading.Settings!.Secrets);
        await using var engine = await RecordingEngine.StartAsync(
            graph.Project,
            graph.Stack,
            new() { DryRun = dryRun }
        );
        Assert.Equal(0, await Registration.RunAsync(graph, TestRun.Environment(engine.Address, graph, dryRun)));
        using var written = new MemoryStream();
        engine.WriteTo(written);
        return JsonNode.Parse(written.ToArray())!;
    }

    /// <summary>A registration by its name and the end of its type.</summary>
    public static JsonObject The(this JsonNode recording, string type, string name) =>
        recording["registrations"]!
            .AsArray()
            .Select(one => one!.AsObject())
            .Single(one =>
                ((string)one["type"]!).EndsWith(type, StringComparison.Ordinal) && (string?)one["name"] == name
            );

    /// <summary>All answers of a pack of its own, which then has to end by itself, without a word.</summary>
    public static async Task<JsonElement> AskAsync(JsonNode recording, bool isByEngine = false)
    {
        OfficialPackages.Need();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, recording.ToJsonString());
            using var pack = await PackProcess.StartAsync(isByEngine);
            var (exitCode, printed) = await OfficialPackages.RunAsync("policy.js", pack.Port, file, $"{pack.Id}");
            Assert.True(exitCode == 0, printed);
            Assert.Equal((0, ""), await pack.EndAsync());
            return JsonDocument.Parse(printed).RootElement;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>The diagnostics of an answer as lines: level, policy, URN's name, message.</summary>
    public static IEnumerable<string> Diagnostics(this JsonElement answer) =>
        answer.TryGetProperty("diagnosticsList", out var list)
            ? list.EnumerateArray()
                .Select(one =>
                    $"{Level(one)} {one.GetProperty("policyname")} {one.GetProperty("urn").ToString().Split("::")[^1]}: {one.GetProperty("message")}"
                )
            : throw new InvalidOperationException(answer.ToString());

    /// <summary>Of every resource.</summary>
    public static IEnumerable<string> Analyzed(this JsonElement answers) =>
        answers.GetProperty("analyze").EnumerateArray().SelectMany(Diagnostics);

    private static string Level(JsonElement diagnostic) =>
        diagnostic.GetProperty("enforcementlevel").GetInt32() switch
        {
            0 => "advisory",
            1 => "mandatory",
            var other => $"{other}",
        };
}
