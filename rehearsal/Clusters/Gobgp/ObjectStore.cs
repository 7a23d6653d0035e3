using System.Text;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Kubernetes objects in memory, in the order in which they were made.</summary>
internal sealed class ObjectStore(TimeProvider time)
{
    private readonly OrderedDictionary<Key, JsonObject> _objects = [];

    /// <summary>All objects of a kind; writing into them writes into the store.</summary>
    public IReadOnlyList<JsonObject> Of(string kind, string? apiVersion = null) =>
        [
            .. _objects
                .Where(entry => entry.Key.Kind == kind && (apiVersion is null || entry.Key.ApiVersion == apiVersion))
                .Select(entry => entry.Value),
        ];

    /// <summary>One object; null where there is none.</summary>
    public JsonObject? Find(string kind, string name, string @namespace = "") =>
        Of(kind).FirstOrDefault(found => found.Name() == name && found.Namespace() == @namespace);

    /// <summary>Copies of all objects of a kind, sorted by namespace and name.</summary>
    public IReadOnlyList<JsonObject> List(string apiVersion, string kind) =>
        [
            .. Of(kind, apiVersion)
                .OrderBy(found => found.Namespace(), StringComparer.Ordinal)
                .ThenBy(found => found.Name(), StringComparer.Ordinal)
                .Select(found => found.DeepClone().AsObject()),
        ];

    /// <summary>Puts an object in the place of what had its name; what only the server writes stays.</summary>
    /// <exception cref="RehearsalException">It is refused.</exception>
    public void Apply(JsonObject manifest)
    {
        // Through the text, so that numbers are numbers, whatever they were made from.
        var next = JsonNode.Parse(manifest.ToJsonString())!.AsObject();
        var key = Key.Of(next);
        if (next.Name().Length == 0)
        {
            throw new RehearsalException($"{key.Kind}: resource name may not be empty");
        }

        Admission.Check(next);
        var metadata = next.Object("metadata");
        if (key.Namespace.Length > 0)
        {
            metadata["namespace"] = key.Namespace;
        }

        EncodeSecret(next);
        var before = _objects.GetValueOrDefault(key);
        metadata["uid"] = before.Text("metadata", "uid") ?? Guid.NewGuid().ToString();
        metadata["creationTimestamp"] =
            before.Text("metadata", "creationTimestamp") ?? Condition.Time(time.GetUtcNow());
        // The kinds of core/v1 that matter here have none.
        if (key.ApiVersion != "v1")
        {
            var isSame = before is not null && JsonNode.DeepEquals(before["spec"], next["spec"]);
            metadata["generation"] = (before.Number("metadata", "generation") ?? 0) + (isSame ? 0 : 1);
        }

        next.Remove("status");
        if (before?["status"] is { } status)
        {
            next["status"] = status.DeepClone();
        }

        _objects[key] = next;
    }

    /// <summary>Removes an object; a namespace takes along what is in it.</summary>
    public void Delete(JsonObject manifest)
    {
        var key = Key.Of(manifest);
        _objects.Remove(key);
        foreach (var inside in _objects.Keys.Where(it => key.Kind == "Namespace" && it.Namespace == key.Name).ToArray())
        {
            _objects.Remove(inside);
        }
    }

    private static void EncodeSecret(JsonObject manifest)
    {
        if (manifest.Text("kind") == "Secret" && manifest["stringData"] is JsonObject texts)
        {
            var data = manifest.Object("data");
            foreach (var (name, text) in texts)
            {
                data[name] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text?.ToString() ?? ""));
            }

            manifest.Remove("stringData");
        }
    }

    private sealed record Key(string ApiVersion, string Kind, string Namespace, string Name)
    {
        /// <summary>Kinds that live in "default" unless told otherwise; of others a namespace is taken as given.</summary>
        private static readonly string[] Namespaced = ["Service", "EndpointSlice", "Secret", "ConfigMap"];

        public static Key Of(JsonObject manifest)
        {
            var kind = manifest.Text("kind") ?? "";
            var given = manifest.Namespace();
            var home = given.Length == 0 && Namespaced.Contains(kind, StringComparer.Ordinal) ? "default" : given;
            return new(manifest.Text("apiVersion") ?? "", kind, home, manifest.Name());
        }
    }
}
