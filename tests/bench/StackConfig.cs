using System.Text.Json;
using YamlDotNet.Serialization;

namespace BgpLb.Bench;

/// <summary>A stack file as the engine hands it over: a JSON object of texts, with objects and lists in them as JSON.</summary>
internal static class StackConfig
{
    public static string Of(string file)
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var json = new SerializerBuilder().JsonCompatible().Build();
        var config = yaml.Deserialize<Dictionary<string, Dictionary<string, object>>>(File.ReadAllText(file))["config"];
        return JsonSerializer.Serialize(
            config.ToDictionary(pair => pair.Key, pair => pair.Value as string ?? json.Serialize(pair.Value).TrimEnd())
        );
    }
}
