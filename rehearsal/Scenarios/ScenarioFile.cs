using System.Collections.Immutable;
using System.Globalization;
using BgpLb.Settings;
using BgpLb.Settings.Reading;
using YamlDotNet.Core;

namespace BgpLb.Rehearsal.Scenarios;

using Node = BgpLb.Settings.Reading.Node;

/// <summary>Reads a scenario from YAML. All problems are found at once.</summary>
internal sealed class ScenarioFile
{
    private static readonly string[] Keys = ["title", "group", "set", "needs", "do", "loss", "then"];

    private readonly List<Problem> _problems = [];

    private ScenarioFile() { }

    /// <returns>The scenario, or null and what is wrong with it.</returns>
    public static (Scenario? Scenario, IReadOnlyList<Problem> Problems) Read(string name, TextReader text)
    {
        var file = new ScenarioFile();
        try
        {
            if (YamlNodes.Read(text) is not MapNode map)
            {
                return (null, [new(name, "no object", "a scenario: title, do, then")]);
            }

            var scenario = file.Read(name, map);
            return file._problems.Count == 0 ? (scenario, []) : (null, file._problems);
        }
        catch (YamlException wrong)
        {
            return (null, [new(name, wrong.Message, "YAML", (int)wrong.Start.Line)]);
        }
    }

    private Scenario Read(string name, MapNode map)
    {
        RefuseOthers(map, "", Keys);
        var steps = Steps(map, "do", Actions.Names);
        var (loss, then) = (Loss(map["loss"]), Steps(map, "then", Expectations.Names));
        if (loss is null && then.IsEmpty)
        {
            Refuse("then", "nothing", "what must hold; or \"loss\"", map.Line);
        }

        return new(
            name,
            Text(map["title"], "title", map.Line),
            map["group"] is { } group ? Text(group, "group", group.Line) : "Own scenarios",
            OneOf(map["set"], "set", "all", "default") == "default",
            [
                .. Entries(map["needs"], "needs")
                    .Select(entry => new Need(entry.Key, Whole(entry.Value, $"needs.{entry.Key}"))),
            ],
            steps,
            loss,
            then
        );
    }

    private ImmutableArray<Step> Steps(MapNode map, string key, IReadOnlyList<string> known)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        foreach (var (node, i) in ((map[key] as ListNode)?.Elements ?? []).Select((node, i) => (node, i)))
        {
            if (node is MapNode { Entries: [var only] } && known.Contains(only.Key))
            {
                steps.Add(new(only.Key, Argument(only.Value, $"{key}[{i}].{only.Key}"), node.Line));
            }
            else
            {
                var found = node is MapNode { Entries: [var other] } ? $"\"{other.Key}\"" : node.Describe();
                Refuse($"{key}[{i}]", found, Spelling.Suggest(found.Trim('"'), known), node.Line);
            }
        }

        return steps.DrainToImmutable();
    }

    private StepArgument Argument(Node node, string path) =>
        node switch
        {
            ScalarNode scalar => new(scalar.Content, ImmutableDictionary<string, string>.Empty),
            MapNode map => new(
                "",
                map.Entries.ToImmutableDictionary(
                    entry => entry.Key,
                    entry => Text(entry.Value, $"{path}.{entry.Key}", entry.Line),
                    StringComparer.Ordinal
                )
            ),
            _ => new(Text(node, path, node.Line), ImmutableDictionary<string, string>.Empty),
        };

    private LossLimit? Loss(Node? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is not MapNode map)
        {
            Refuse("loss", node.Describe(), "an object with \"within\"", node.Line);
            return null;
        }

        RefuseOthers(map, "loss.", "within", "lasts");
        var lasts = map["lasts"] is { } seconds ? Whole(seconds, "loss.lasts") : 0;
        string[] words = ["none", "any", .. Enum.GetValues<Design.Fault>().Select(fault => Kinds.Written(fault))];
        var within = Text(map["within"], "loss.within", map.Line);
        if (int.TryParse(within, CultureInfo.InvariantCulture, out var milliseconds))
        {
            return new(null, milliseconds, lasts);
        }

        if (!words.Contains(within))
        {
            Refuse("loss.within", $"\"{within}\"", $"milliseconds, or {Spelling.Suggest(within, words)}", map.Line);
        }

        return new(within, 0, lasts);
    }

    private ImmutableArray<MapEntry> Entries(Node? node, string path)
    {
        if (node is null or MapNode)
        {
            return (node as MapNode)?.Entries ?? [];
        }

        Refuse(path, node.Describe(), "an object", node.Line);
        return [];
    }

    private string Text(Node? node, string path, int line)
    {
        if (node is ScalarNode scalar)
        {
            return scalar.Content;
        }

        Refuse(path, node?.Describe() ?? "nothing", "a text", node?.Line ?? line);
        return "";
    }

    private int Whole(Node node, string path)
    {
        if (
            node is ScalarNode { Content: var text }
            && int.TryParse(text, CultureInfo.InvariantCulture, out var number)
        )
        {
            return number;
        }

        Refuse(path, node.Describe(), "a whole number", node.Line);
        return 0;
    }

    private string OneOf(Node? node, string path, params string[] words)
    {
        if (node is null)
        {
            return words[0];
        }

        var text = Text(node, path, node.Line);
        if (!words.Contains(text))
        {
            Refuse(path, $"\"{text}\"", string.Join(" or ", words), node.Line);
        }

        return text;
    }

    private void RefuseOthers(MapNode map, string path, params string[] known)
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            Refuse($"{path}{entry.Key}", "an unknown key", Spelling.Suggest(entry.Key, known), entry.Line);
        }
    }

    private void Refuse(string path, string found, string allowed, int line) =>
        _problems.Add(new(path, found, allowed, line));
}
