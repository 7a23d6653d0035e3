using System.Collections.Immutable;
using System.Text.Json;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Reference;

/// <summary>Writes the JSON schema of a stack file, for completion and checks in editors.</summary>
internal static class StackSchema
{
    public static string Of(string project, ImmutableArray<FieldShape> shapes) =>
        Json.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://json-schema.org/draft-07/schema#");
            json.WriteString("title", $"A stack of {project}: Pulumi.STACK.yaml");
            json.WriteString("$comment", "Made from infra/Settings; UPDATE_GOLDENS=1 ./test writes it anew.");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            WriteOwn(json, "secretsprovider", "Who encrypts the stack's secrets; Pulumi writes it.", "string");
            WriteOwn(json, "encryptedkey", "The encrypted key of the secrets; Pulumi writes it.", "string");
            WriteOwn(json, "encryptionsalt", "The salt of the secrets' passphrase; Pulumi writes it.", "string");
            WriteOwn(json, "environment", "Pulumi ESC environments to take configuration from.", "array", "object");
            WriteConfig(json, project, shapes);
            json.WriteEndObject();
            WriteList(json, "required", ["config"]);
            json.WriteBoolean("additionalProperties", false);
            json.WriteEndObject();
        });

    private static void WriteConfig(Utf8JsonWriter json, string project, ImmutableArray<FieldShape> shapes)
    {
        json.WriteStartObject("config");
        json.WriteString("description", "What the load balancer is to be.");
        json.WriteString("type", "object");
        ShapeSchema.WriteFields(json, shapes, $"{project}:");
        json.WriteStartObject("patternProperties");
        json.WriteStartObject($"^(?!{project}:)[^:]+:.+$");
        json.WriteString("description", "Configuration of something else, such as a provider.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void WriteOwn(Utf8JsonWriter json, string name, string description, params string[] types)
    {
        json.WriteStartObject(name);
        json.WriteString("description", description);
        WriteList(json, "type", types);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
