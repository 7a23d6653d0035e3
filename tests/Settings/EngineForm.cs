using System.Globalization;
using System.Text.Json.Nodes;
using BgpLb.Settings;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BgpLb.Tests.Settings;

/// <summary>A stack as the engine hands it to the program: texts by key, objects and lists in them as JSON.</summary>
internal sealed record EngineForm(string Stack, IReadOnlyDictionary<string, string> Config)
{
    /// <param name="numbersAsTexts">As <c>pulumi config set</c> leaves them.</param>
    public static EngineForm Of(StackText stack, bool numbersAsTexts = false)
    {
        var config = (YamlMappingNode)Parse(stack)["config"];
        return new(
            stack.Stack,
            config.ToDictionary(
                entry => $"{entry.Key}",
                entry =>
                    entry.Value is YamlScalarNode scalar
                        ? scalar.Value!
                        : ToJson(entry.Value, numbersAsTexts)!.ToJsonString(),
                StringComparer.Ordinal
            )
        );
    }

    /// <summary>The whole file as JSON.</summary>
    public static string Json(StackText stack, bool numbersAsTexts) =>
        ToJson(Parse(stack), numbersAsTexts)!.ToJsonString();

    public static SettingsReading Read(EngineForm form, params string[] secrets)
    {
        using var empty = new StackFolder();
        return SettingsReading.FromEngine(
            "bgplb",
            form.Stack,
            form.Config,
            secrets.ToHashSet(StringComparer.Ordinal),
            empty.Path
        );
    }

    public EngineForm With(string key, string value) =>
        this with
        {
            Config = new Dictionary<string, string>(Config, StringComparer.Ordinal) { [$"bgplb:{key}"] = value },
        };

    private static YamlMappingNode Parse(StackText stack)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(stack.Yaml));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    private static JsonNode? ToJson(YamlNode node, bool numbersAsTexts) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Select(entry => KeyValuePair.Create($"{entry.Key}", ToJson(entry.Value, numbersAsTexts)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Select(item => ToJson(item, numbersAsTexts))]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when !numbersAsTexts => Plain(text),
            _ => JsonValue.Create(((YamlScalarNode)node).Value),
        };

    private static JsonValue Plain(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? JsonValue.Create(whole)
        : bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : JsonValue.Create(text);
}
