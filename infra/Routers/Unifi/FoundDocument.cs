using System.Text.Json;
using System.Text.Json.Nodes;

namespace BgpLb.Routers.Unifi;

/// <summary>A site's BGP document, with all that a gateway takes with it.</summary>
/// <param name="Text">What is in it, passwords included.</param>
/// <param name="FileName">What the gateway shows for it.</param>
/// <param name="Description">Whose it is; null where nothing is written.</param>
internal sealed record FoundDocument(bool IsEnabled, string Text, string FileName, string? Description)
{
    /// <summary>What a gateway's answer holds: a list, or the document itself; null for none.</summary>
    /// <exception cref="JsonException">It is no JSON, or nothing that a gateway would answer.</exception>
    public static FoundDocument? In(string answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
        {
            return null;
        }

        using var json = JsonDocument.Parse(answer);
        return json.RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Object or JsonValueKind.Null
            ? Within(json.RootElement)
            : throw new JsonException();
    }

    /// <summary>As it is sent: what is left out would be lost.</summary>
    public string ToJson() =>
        new JsonObject
        {
            ["enabled"] = IsEnabled,
            ["frr_bgpd_config"] = Text,
            ["uploaded_file_name"] = FileName,
            ["description"] = Description,
        }.ToJsonString();

    private static FoundDocument? Within(JsonElement at) =>
        at.ValueKind switch
        {
            JsonValueKind.Array => at.EnumerateArray().Select(Within).FirstOrDefault(found => found is not null),
            JsonValueKind.Object when TextOf(at, "frr_bgpd_config") is { } text => text.Length == 0
                ? null
                : new(
                    at.TryGetProperty("enabled", out var enabled) && enabled.ValueKind == JsonValueKind.True,
                    text,
                    TextOf(at, "uploaded_file_name") ?? "",
                    TextOf(at, "description")
                ),
            // As some of them wrap their answers.
            JsonValueKind.Object => at.EnumerateObject()
                .Select(field => Within(field.Value))
                .FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static string? TextOf(JsonElement at, string name) =>
        at.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
