using System.Text.Json;

namespace BgpLb.Recording;

/// <summary>One registration of a recording.</summary>
internal static class RegistrationJson
{
    public static void Write(Utf8JsonWriter json, RecordedRegistration registration)
    {
        var (request, answer) = registration;
        json.WriteStartObject();
        json.WriteString("urn", answer.Urn);
        json.WriteString("id", answer.Id);
        json.WriteString("type", request.Type);
        json.WriteString("name", request.Name);
        json.WriteString("parent", request.Parent);
        json.WriteBoolean("custom", request.Custom);
        json.WritePropertyName("object");
        RecordingJson.Write(json, request.Object ?? new());
        Write(json, "dependencies", request.Dependencies);
        json.WriteStartObject("propertyDependencies");
        foreach (var (property, dependencies) in request.PropertyDependencies)
        {
            Write(json, property, dependencies.Urns);
        }

        json.WriteEndObject();
        json.WriteString("provider", request.Provider);
        json.WriteString("version", request.Version);
        json.WriteString("importId", request.ImportId);
        Write(json, "protect", request.HasProtect, request.Protect);
        Write(json, "retainOnDelete", request.HasRetainOnDelete, request.RetainOnDelete);
        Write(json, "ignoreChanges", request.IgnoreChanges);
        Write(json, "additionalSecretOutputs", request.AdditionalSecretOutputs);
        Write(json, "replaceOnChanges", request.ReplaceOnChanges);
        json.WriteStartObject("customTimeouts");
        json.WriteString("create", request.CustomTimeouts?.Create ?? "");
        json.WriteString("update", request.CustomTimeouts?.Update ?? "");
        json.WriteString("delete", request.CustomTimeouts?.Delete ?? "");
        json.WriteEndObject();
        json.WriteBoolean("acceptSecrets", request.AcceptSecrets);
        json.WriteBoolean("acceptResources", request.AcceptResources);
        json.WriteBoolean("aliasSpecs", request.AliasSpecs);
        json.WriteBoolean("supportsPartialValues", request.SupportsPartialValues);
        json.WriteBoolean("supportsResultReporting", request.SupportsResultReporting);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, bool isGiven, bool value)
    {
        if (isGiven)
        {
            json.WriteBoolean(name, value);
        }
    }
}
