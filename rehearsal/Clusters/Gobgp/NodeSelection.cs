using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Which cluster config a node follows, and what Cilium's operator says of the configs.</summary>
internal static class NodeSelection
{
    /// <summary>The name of each node's config; nodes that none selects are left out.</summary>
    /// <param name="configs">In the order in which they were made.</param>
    /// <param name="before">The last answer: a node stays with its config as long as that one selects it.</param>
    public static IReadOnlyDictionary<string, string> Of(
        IReadOnlyList<JsonObject> configs,
        IReadOnlyList<JsonObject> nodes,
        IReadOnlyDictionary<string, string> before
    )
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            string[] selecting = [.. configs.Where(config => Selects(config, node)).Select(config => config.Name())];
            if (selecting is [var first, ..])
            {
                var last = before.GetValueOrDefault(node.Name());
                chosen[node.Name()] = selecting.Contains(last, StringComparer.Ordinal) ? last! : first;
            }
        }

        return chosen;
    }

    /// <summary>Writes the configs' conditions.</summary>
    public static void Report(
        IReadOnlyList<JsonObject> configs,
        IReadOnlyList<JsonObject> nodes,
        IReadOnlyDictionary<string, string> chosen,
        IReadOnlyList<JsonObject> peerConfigs,
        DateTimeOffset now
    )
    {
        var known = peerConfigs.Select(peerConfig => peerConfig.Name()).ToHashSet(StringComparer.Ordinal);
        foreach (var config in configs)
        {
            string[] selected = [.. nodes.Where(node => Selects(config, node)).Select(node => node.Name())];
            var holders = selected.Select(node => chosen[node]).Where(holder => holder != config.Name());
            var missing = References(config).Where(name => !known.Contains(name));
            Condition[] conditions =
            [
                selected.Length == 0
                    ? new(
                        "cilium.io/NoMatchingNode",
                        "True",
                        "MatchingNodeUnavailable",
                        "No node matches spec.nodeSelector"
                    )
                    : new("cilium.io/NoMatchingNode", "False", "MatchingNodeSelected"),
                List(missing) is { } names
                    ? new(
                        "cilium.io/MissingPeerConfigs",
                        "True",
                        "PeerConfigsMissing",
                        $"Referenced CiliumBGPPeerConfig(s) are missing: {names}"
                    )
                    : new("cilium.io/MissingPeerConfigs", "False", "PeerConfigsResolved"),
                List(holders) is { } others
                    ? new(
                        "cilium.io/ConflictingClusterConfig",
                        "True",
                        "ClusterConfigConflict",
                        $"Selecting the same node(s) with ClusterConfig(s): {others}"
                    )
                    : new("cilium.io/ConflictingClusterConfig", "False", "ClusterConfigValidated"),
            ];
            foreach (var condition in conditions)
            {
                condition.WriteTo(config, now);
            }
        }
    }

    private static bool Selects(JsonObject config, JsonObject node) =>
        LabelSelector.Selects(config.At("spec", "nodeSelector"), node.Labels(), whenMissing: true);

    private static IEnumerable<string> References(JsonObject config) =>
        config
            .Items("spec", "bgpInstances")
            .SelectMany(instance => instance.Items("peers"))
            .Select(peer => peer.Text("peerConfigRef", "name"))
            .OfType<string>();

    /// <summary>As Go writes a list; null for none.</summary>
    private static string? List(IEnumerable<string> names)
    {
        string[] sorted = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return sorted.Length == 0 ? null : $"[{string.Join(' ', sorted)}]";
    }
}
