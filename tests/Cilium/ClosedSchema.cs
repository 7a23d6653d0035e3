using System.Text.Json.Nodes;
using NJsonSchema;

namespace BgpLb.Tests.Cilium;

/// <summary>
/// A schema that admits no field it does not name. The API server would drop an unknown field with a warning and Helm
/// would not say a word, so that a misspelt key does nothing.
/// </summary>
internal static class ClosedSchema
{
    /// <summary>What the program may write into an object's metadata.</summary>
    private const string Metadata = """
        {
          "type": "object",
          "required": ["name", "labels"],
          "properties": {
            "name": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$", "maxLength": 253 },
            "namespace": { "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "maxLength": 63 },
            "labels": { "type": "object", "additionalProperties": { "type": "string", "maxLength": 63 } },
            "annotations": { "type": "object", "additionalProperties": { "type": "string" } }
          }
        }
        """;

    public static JsonSchema OfKind(JsonNode openApiSchema)
    {
        var schema = openApiSchema.DeepClone();
        schema["properties"]!["metadata"] = JsonNode.Parse(Metadata);
        Close(schema);
        return Parse(schema);
    }

    public static string[] Complaints(this JsonSchema schema, JsonNode json) =>
        [.. schema.Validate(json.ToJsonString()).Select(error => $"{error.Path}: {error.Kind}")];

    public static JsonSchema Parse(JsonNode schema) =>
        JsonSchema.FromJsonAsync(schema.ToJsonString()).GetAwaiter().GetResult();

    private static void Close(JsonNode? node)
    {
        if (node is not JsonObject schema)
        {
            return;
        }

        var isOpen = schema["x-kubernetes-preserve-unknown-fields"] is not null;
        if (schema["type"]?.ToString() == "object" && !isOpen && !schema.ContainsKey("additionalProperties"))
        {
            schema["additionalProperties"] = false;
        }

        Close(schema["items"]);
        Close(schema["additionalProperties"]);
        foreach (var (_, property) in schema["properties"]?.AsObject() ?? [])
        {
            Close(property);
        }
    }
}
