using System.Text.Json;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Chart;

/// <summary>A release's values for helm, and what of them nobody may see.</summary>
internal static class ChartValues
{
    /// <summary>As JSON, which helm reads as the YAML it is. What is not known before an update is left out.</summary>
    public static string Of(Fields values) => JsonText.Of(json => Write(json, values));

    /// <summary>Whether any part is a secret.</summary>
    public static bool HoldSecrets(Value? value) =>
        value switch
        {
            Secret => true,
            Fields fields => fields.Entries.Any(entry => HoldSecrets(entry.Value)),
            Items items => items.Elements.Any(HoldSecrets),
            _ => false,
        };

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case Secret secret:
                Write(json, secret.Inner);
                break;
            case Fields fields:
                json.WriteStartObject();
                foreach (var (name, field) in fields.Entries)
                {
                    if (IsKnown(field))
                    {
                        json.WritePropertyName(name);
                        Write(json, field);
                    }
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
            case Text text:
                json.WriteStringValue(text.Content);
                break;
            case Number number:
                json.WriteNumberValue(number.Amount);
                break;
            case Flag flag:
                json.WriteBooleanValue(flag.IsSet);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }

    private static bool IsKnown(Value value) =>
        value switch
        {
            Secret secret => IsKnown(secret.Inner),
            Unknown => false,
            _ => true,
        };
}
