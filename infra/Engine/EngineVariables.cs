using System.Globalization;
using System.Text.Json;

namespace BgpLb.Engine;

/// <summary>Reads single variables of the engine's environment. An empty one counts as absent.</summary>
internal sealed class EngineVariables(IReadOnlyDictionary<string, string> variables)
{
    public const string Monitor = "PULUMI_MONITOR";
    public const string Engine = "PULUMI_ENGINE";
    public const string Project = "PULUMI_PROJECT";
    public const string Stack = "PULUMI_STACK";
    public const string DryRun = "PULUMI_DRY_RUN";
    public const string Parallel = "PULUMI_PARALLEL";
    public const string Organization = "PULUMI_ORGANIZATION";
    public const string RootDirectory = "PULUMI_ROOT_DIRECTORY";
    public const string Config = "PULUMI_CONFIG";
    public const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    public string? Optional(string name) =>
        variables.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Required(string name) =>
        Optional(name)
        ?? throw new EngineException(
            $"{name} is not set. Pulumi sets it when it starts this program: run \"pulumi up\"."
        );

    public bool Flag(string name) => string.Equals(Optional(name), "true", StringComparison.OrdinalIgnoreCase);

    public int Count(string name, int otherwise) =>
        int.TryParse(Optional(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : otherwise;

    public Dictionary<string, string> Texts(string name)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        using var json = Parse(name, JsonValueKind.Object, "{}");
        foreach (var property in json.RootElement.EnumerateObject())
        {
            texts[property.Name] = TextOf(property.Value);
        }

        return texts;
    }

    public HashSet<string> Names(string name)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var json = Parse(name, JsonValueKind.Array, "[]");
        foreach (var element in json.RootElement.EnumerateArray())
        {
            names.Add(TextOf(element));
        }

        return names;
    }

    private static string TextOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    // The content is not quoted in the error: it holds secrets.
    private JsonDocument Parse(string name, JsonValueKind kind, string otherwise)
    {
        try
        {
            var json = JsonDocument.Parse(Optional(name) ?? otherwise);
            if (json.RootElement.ValueKind == kind)
            {
                return json;
            }

            json.Dispose();
        }
        catch (JsonException)
        {
            // Reported below, as any other content that is not what Pulumi sends.
        }

        var expected = kind == JsonValueKind.Object ? "object" : "array";
        throw new EngineException($"{name} does not hold a JSON {expected}, as Pulumi would have set it.");
    }
}
