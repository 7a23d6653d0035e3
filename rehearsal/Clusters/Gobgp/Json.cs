using System.Globalization;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Reads manifests, where most fields may be missing.</summary>
internal static class Json
{
    /// <summary>What lies at a path; null where there is nothing.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node;
    }

    public static string? Text(this JsonNode? node, params ReadOnlySpan<string> path) => node.At(path)?.ToString();

    public static long? Number(this JsonNode? node, params ReadOnlySpan<string> path) =>
        long.TryParse(node.Text(path), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    public static bool? Flag(this JsonNode? node, params ReadOnlySpan<string> path) =>
        bool.TryParse(node.Text(path), out var flag) ? flag : null;

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IEnumerable<JsonNode> Items(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonArray)?.OfType<JsonNode>() ?? [];

    public static IEnumerable<string> Texts(this JsonNode? node, params ReadOnlySpan<string> path) =>
        node.Items(path).Select(item => item.ToString());

    /// <summary>The fields of an object, as texts.</summary>
    public static Dictionary<string, string> Map(this JsonNode? node, params ReadOnlySpan<string> path) =>
        (node.At(path) as JsonObject)?.ToDictionary(
            field => field.Key,
            field => field.Value?.ToString() ?? "",
            StringComparer.Ordinal
        )
        ?? new(StringComparer.Ordinal);

    public static string Name(this JsonNode? manifest) => manifest.Text("metadata", "name") ?? "";

    public static string Namespace(this JsonNode? manifest) => manifest.Text("metadata", "namespace") ?? "";

    public static Dictionary<string, string> Labels(this JsonNode? manifest) => manifest.Map("metadata", "labels");

    /// <summary>The object at a field, made if it is not there.</summary>
    public static JsonObject Object(this JsonObject node, string name)
    {
        if (node[name] is not JsonObject found)
        {
            node[name] = found = [];
        }

        return found;
    }
}
