using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NJsonSchema;

namespace BgpLb.Tests.Cilium;

/// <summary>The schemas that Cilium's charts check their values against.</summary>
internal static class ChartSchemas
{
    private static readonly ConcurrentDictionary<string, JsonSchema> Cache = new(StringComparer.Ordinal);

    public static JsonSchema Of(string version) =>
        Cache.GetOrAdd(
            version,
            key =>
                ClosedSchema.Parse(
                    JsonNode.Parse(File.ReadAllText(ReferenceData.ChartFile(key, "values.schema.json")))!
                )
        );
}
