using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The configuration as the engine hands it over: texts, with objects and lists in them as JSON.</summary>
internal static class EngineConfig
{
    public static MapNode ToNode(
        string project,
        IReadOnlyDictionary<string, string> config,
        IReadOnlySet<string> secretKeys
    )
    {
        var prefix = $"{project}:";
        var structured = SettingsReading
            .Shapes.Where(shape => shape.Value.Json is "object" or "array")
            .Select(shape => shape.Name)
            .ToHashSet(StringComparer.Ordinal);
        var entries =
            from pair in config.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            where pair.Key.StartsWith(prefix, StringComparison.Ordinal)
            let key = pair.Key[prefix.Length..]
            let node = structured.Contains(key) && JsonNodes.TryRead(pair.Value) is { } read
                ? read
                : new ScalarNode(pair.Value, IsText: false, 0)
            select new MapEntry(key, secretKeys.Contains(pair.Key) ? new SecretNode(node, 0) : node, 0);
        return new([.. entries], 0);
    }
}
