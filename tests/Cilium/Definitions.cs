using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace BgpLb.Tests.Cilium;

/// <summary>The custom resource definitions of one release of Cilium, and External Secrets' own.</summary>
internal sealed class Definitions
{
    private static readonly ConcurrentDictionary<string, Definitions> Cache = new(StringComparer.Ordinal);

    private readonly Dictionary<string, (JsonSchema Schema, bool HasNamespace)> _kinds;

    private Definitions(string version) =>
        _kinds = (
            from folder in ReferenceData.DefinitionFolders(version)
            from file in Directory.GetFiles(folder, "*.yaml")
            let spec = ReferenceData.ReadYaml(file)["spec"]!
            from served in spec["versions"]!.AsArray()
            where served!["served"]!.GetValue<bool>()
            select (
                Id: $"{spec["group"]}/{served["name"]} {spec["names"]!["kind"]}",
                Schema: ClosedSchema.OfKind(served["schema"]!["openAPIV3Schema"]!),
                HasNamespace: spec["scope"]!.ToString() == "Namespaced"
            )
        ).ToDictionary(kind => kind.Id, kind => (kind.Schema, kind.HasNamespace), StringComparer.Ordinal);

    public static Definitions Of(string version) => Cache.GetOrAdd(version, key => new Definitions(key));

    /// <summary>What is wrong with an object; nothing for Kubernetes' own kinds, which have no definition.</summary>
    public string[] Complaints(Manifest manifest)
    {
        if (manifest.ApiVersion == "v1")
        {
            return [];
        }

        if (!_kinds.TryGetValue($"{manifest.ApiVersion} {manifest.Kind}", out var kind))
        {
            return [$"no such kind: {manifest.ApiVersion} {manifest.Kind}"];
        }

        var complaints = kind.Schema.Complaints(manifest.Json);
        return kind.HasNamespace == manifest.Namespace is not null
            ? complaints
            : [.. complaints, "metadata.namespace: there and not wanted, or wanted and not there"];
    }
}
