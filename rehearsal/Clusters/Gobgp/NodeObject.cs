using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>The Node object that stands for a node.</summary>
internal static class NodeObject
{
    public static JsonObject Of(ClusterNode node)
    {
        var manifest = Naming(node.Name);
        manifest.Object("metadata")["labels"] = new JsonObject(
            node.Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))
        );
        return manifest;
    }

    /// <summary>No more than names it.</summary>
    public static JsonObject Naming(string node) =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Node",
            ["metadata"] = new JsonObject { ["name"] = node },
        };
}
