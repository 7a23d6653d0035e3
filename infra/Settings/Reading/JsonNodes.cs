using System.Text.Json;

namespace BgpLb.Settings.Reading;

/// <summary>Reads the JSON in which objects and lists arrive from the engine.</summary>
internal static class JsonNodes
{
    /// <summary>The nodes, or null where the text is no JSON.</summary>
    public static Node? TryRead(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        // The others: text, or escapes within it, that are no Unicode.
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static Node Read(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => ReadMap(element),
            JsonValueKind.Array => ReadList(element),
            JsonValueKind.String => new ScalarNode(element.GetString()!, IsText: true, 0),
            JsonValueKind.Null => new ScalarNode("", IsText: false, 0),
            _ => new ScalarNode(element.GetRawText(), IsText: false, 0),
        };

    private static MapNode ReadMap(JsonElement element)
    {
        var entries = new List<MapEntry>();
        foreach (var entry in element.EnumerateObject())
        {
            entries.Add(new(entry.Name, Read(entry.Value), 0));
        }

        return new([.. entries], 0);
    }

    private static ListNode ReadList(JsonElement element)
    {
        var elements = new List<Node>();
        foreach (var item in element.EnumerateArray())
        {
            elements.Add(Read(item));
        }

        return new([.. elements], 0);
    }
}
