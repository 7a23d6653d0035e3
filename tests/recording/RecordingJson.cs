using System.Text.Encodings.Web;
using System.Text.Json;
using BgpLb.Engine.Protocol;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Recording;

/// <summary>Writes a recording as JSON, with the protocol's names; the scripts of the official side read it.</summary>
internal static class RecordingJson
{
    public static void Write(Stream stream, RecordingEngine engine, Measured? measured)
    {
        var settings = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using var json = new Utf8JsonWriter(stream, settings);
        var recorded = engine.Recorded;
        json.WriteStartObject();
        json.WriteString("project", engine.Project);
        json.WriteString("stack", engine.Stack);
        json.WriteBoolean("dryRun", engine.Options.DryRun);
        json.WriteBoolean("ended", recorded.Ended);
        measured?.Write(json);
        json.WriteStartArray("registrations");
        foreach (var registration in recorded.Registrations)
        {
            RegistrationJson.Write(json, registration);
        }

        json.WriteEndArray();
        json.WriteStartArray("outputs");
        foreach (var outputs in recorded.Outputs)
        {
            json.WriteStartObject();
            json.WriteString("urn", outputs.Urn);
            json.WritePropertyName("outputs");
            Write(json, outputs.Outputs ?? new());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("logs");
        foreach (var log in recorded.Logs)
        {
            Write(json, log);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Struct value)
    {
        json.WriteStartObject();
        foreach (var (name, field) in value.Fields)
        {
            json.WritePropertyName(name);
            Write(json, field);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LogRequest log)
    {
        json.WriteStartObject();
        json.WriteNumber("severity", (int)log.Severity);
        json.WriteString("message", log.Message);
        json.WriteString("urn", log.Urn);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue:
                json.WriteStringValue(value.StringValue);
                break;
            case Value.KindOneofCase.NumberValue:
                json.WriteNumberValue(value.NumberValue);
                break;
            case Value.KindOneofCase.BoolValue:
                json.WriteBooleanValue(value.BoolValue);
                break;
            case Value.KindOneofCase.StructValue:
                Write(json, value.StructValue);
                break;
            case Value.KindOneofCase.ListValue:
                json.WriteStartArray();
                foreach (var element in value.ListValue.Values)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
