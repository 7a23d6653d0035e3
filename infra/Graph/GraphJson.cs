using System.Text.Json;

namespace BgpLb.Graph;

/// <summary>Writes values as JSON for people and programs: secrets as "[secret]", outputs as "${urn.property}".</summary>
public static class GraphJson
{
    public const string SecretText = "[secret]";

    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Fields fields:
                json.WriteStartObject();
                foreach (var (name, field) in fields.Entries)
                {
                    json.WritePropertyName(name);
                    Write(json, field);
                }

                json.WriteEndObject();
                break;
            case Items items:
                json.WriteStartArray();
                foreach (var element in items.Elements)
                {
                    Write(json, element);
                }

                json.WriteEndArray();
                break;
            case Number { Amount: var amount }:
                json.WriteNumberValue(amount);
                break;
            case Flag { IsSet: var isSet }:
                json.WriteBooleanValue(isSet);
                break;
            case Nothing:
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(TextOf(value));
                break;
        }
    }

    /// <summary>A text, a secret or a reference as a text; a joined text with a secret in it is secret as a whole.</summary>
    private static string TextOf(Value value) =>
        value switch
        {
            Text text => text.Content,
            Output output => $"${{{output.Source.Urn}.{output.Property}}}",
            Joined joined when !HoldsSecret(joined) => string.Concat(joined.Parts.Select(TextOf)),
            _ => SecretText,
        };

    private static bool HoldsSecret(Value value) =>
        value switch
        {
            Secret => true,
            Joined joined => joined.Parts.Any(HoldsSecret),
            _ => false,
        };
}
