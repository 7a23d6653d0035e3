using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>The <c>config:</c> part of a stack file as Pulumi means it.</summary>
internal static class StackConfig
{
    /// <summary>
    /// The entries of the project's own namespace, with ciphertexts marked as secrets. In a stack file each key has its
    /// namespace; in the project's file one without is the project's own.
    /// </summary>
    public static MapNode Own(MapNode config, string project) =>
        new(
            [
                .. config
                    .Entries.Where(entry => OwnKey(entry.Key, project) is not null)
                    .Select(entry =>
                        entry with
                        {
                            Key = OwnKey(entry.Key, project)!,
                            Value = MarkSecrets(entry.Value),
                        }
                    ),
            ],
            config.Line
        );

    /// <summary>The entries, and what Pulumi.yaml gives for those that are not there.</summary>
    public static MapNode WithDefaults(MapNode config, MapNode? declared, string project)
    {
        var missing =
            from entry in declared?.Entries ?? []
            let key = OwnKey(entry.Key, project)
            where key is not null && config.Entries.All(own => own.Key != key)
            let given = (entry.Value as MapNode)?["value"] ?? (entry.Value as MapNode)?["default"]
            where given is not null
            select new MapEntry(key, given, 0);
        return config with { Entries = [.. config.Entries, .. missing] };
    }

    /// <summary>A key without namespace is the project's own.</summary>
    private static string? OwnKey(string key, string project)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? key
            : key.AsSpan(0, colon).SequenceEqual(project) ? key[(colon + 1)..]
            : null;
    }

    private static Node MarkSecrets(Node node) =>
        node switch
        {
            MapNode { Entries: [{ Key: "secure", Value: ScalarNode }] } => new SecretNode(Clear: null, node.Line),
            MapNode map => map with
            {
                Entries = [.. map.Entries.Select(entry => entry with { Value = MarkSecrets(entry.Value) })],
            },
            ListNode list => list with { Elements = [.. list.Elements.Select(MarkSecrets)] },
            _ => node,
        };
}
