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
        var entries = new List<MapEntry>();
        foreach (var full in config.Keys.Order(StringComparer.Ordinal))
        {
            if (full.StartsWith(prefix, StringComparison.Ordinal))
            {
                var key = full[prefix.Length..];
                var node =
                    !SecretSettings.TextKeys.Contains(key) && JsonNodes.TryRead(config[full]) is { } read
                        ? read
                        : new ScalarNode(config[full], IsText: false, 0);
                entries.Add(new(key, secretKeys.Contains(full) ? new SecretNode(node, 0) : node, 0));
            }
        }

        return new([.. entries], 0);
    }
}
