using System.Text.Json.Nodes;
using BgpLb.Graph;

namespace BgpLb.Tests.Cilium;

/// <summary>A Kubernetes object of a graph.</summary>
internal sealed record Manifest(string Type, JsonObject Json)
{
    public string ApiVersion => Text("apiVersion")!;

    public string Kind => Text("kind")!;

    public string Name => Text("metadata", "name")!;

    public string? Namespace => Text("metadata", "namespace");

    /// <summary>All objects, in the order in which they can be made; a Helm release is none.</summary>
    public static Manifest[] Of(ResourceGraph graph) =>
        [
            .. from resource in graph.Resources.OfType<CustomResource>()
            where resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal)
            where resource.Inputs["kind"] is not null
            select new Manifest(resource.Type, ClearJson.Of(resource.Inputs)!.AsObject()),
        ];

    /// <summary>This object with something done to a copy of it.</summary>
    public Manifest With(Action<JsonObject> change)
    {
        var copy = Json.DeepClone().AsObject();
        change(copy);
        return this with { Json = copy };
    }

    public override string ToString() => $"{Kind}/{Name}";

    private string? Text(params ReadOnlySpan<string> path)
    {
        JsonNode? at = Json;
        foreach (var step in path)
        {
            at = at?[step];
        }

        return at?.GetValue<string>();
    }
}
