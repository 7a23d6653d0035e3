using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Reference;

/// <summary>
/// Writes the JSON schema of one shape. <c>pulumi config set</c> writes numbers as texts and texts of digits as numbers,
/// so either is taken for the other.
/// </summary>
internal static class ShapeSchema
{
    public static void WriteFields(Utf8JsonWriter json, ImmutableArray<FieldShape> fields, string prefix = "")
    {
        json.WriteStartObject("properties");
        foreach (var field in fields)
        {
            json.WriteStartObject($"{prefix}{field.Name}");
            json.WriteString("description", field.Documentation);
            WriteShape(json, field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        string[] required = [.. fields.Where(field => field.IsRequired).Select(field => $"{prefix}{field.Name}")];
        if (required.Length > 0)
        {
            WriteList(json, "required", required);
        }
    }

    private static void WriteShape(Utf8JsonWriter json, FieldShape field)
    {
        switch (field)
        {
            case { IsSecret: true, Value.Json: "object" }:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                WriteSecret(json);
                json.WriteEndObject();
                break;
            case { IsSecret: true }:
                WriteSecret(json);
                break;
            default:
                WriteValue(json, field.Value);
                WriteDefault(json, field);
                break;
        }
    }

    /// <summary>A ciphertext as Pulumi writes it.</summary>
    private static void WriteSecret(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("secure");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteEndObject();
        WriteList(json, "required", ["secure"]);
        json.WriteBoolean("additionalProperties", false);
    }

    private static void WriteValue(Utf8JsonWriter json, ValueShape shape)
    {
        switch (shape.Json)
        {
            case "object":
                WriteObject(json, shape);
                break;
            case "array":
                json.WriteString("type", "array");
                json.WriteNumber("minItems", shape.Least ?? 0);
                json.WriteStartObject("items");
                WriteValue(json, shape.Element!);
                json.WriteEndObject();
                break;
            case "boolean":
                json.WriteStartArray("enum");
                json.WriteBooleanValue(true);
                json.WriteBooleanValue(false);
                json.WriteStringValue("true");
                json.WriteStringValue("false");
                json.WriteEndArray();
                break;
            case "string":
                WriteText(json, shape);
                break;
            default:
                WriteList(json, "type", [shape.Json, "string"]);
                json.WriteString("pattern", shape.Json == "integer" ? "^(0|[1-9][0-9]*)$" : "^[0-9]*\\.?[0-9]+$");
                json.WriteNumber("minimum", shape.Least!.Value);
                json.WriteNumber("maximum", shape.Most!.Value);
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter json, ValueShape shape)
    {
        json.WriteString("type", "object");
        if (!shape.IsOpen)
        {
            WriteFields(json, shape.Fields);
            json.WriteBoolean("additionalProperties", false);
        }
        else if (shape.Element is { } element)
        {
            json.WriteStartObject("additionalProperties");
            WriteValue(json, element);
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, ValueShape shape)
    {
        if (!shape.Choices.IsDefaultOrEmpty)
        {
            WriteList(json, "enum", shape.Choices);
        }
        else if (shape.Pattern is { } pattern)
        {
            WriteList(json, "type", shape.TakesDigits ? ["string", "number"] : ["string"]);
            json.WriteString("pattern", pattern);
        }
        else
        {
            WriteList(json, "type", ["string", "number"]);
            json.WriteNumber("minLength", 1);
        }
    }

    private static void WriteDefault(Utf8JsonWriter json, FieldShape field)
    {
        switch (field.Value.Json)
        {
            case var _ when field.Default is null:
                break;
            case "boolean":
                json.WriteBoolean("default", field.Default == "true");
                break;
            case "integer":
                json.WriteNumber("default", long.Parse(field.Default, CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString("default", field.Default);
                break;
        }
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
