using BgpLb.Engine;
using BgpLb.Recording;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Tests.Engine;

/// <summary>Looks into what was sent.</summary>
internal static class WireReading
{
    /// <summary>A field of an input, by its names.</summary>
    public static Value Input(this RecordedRegistration registration, params ReadOnlySpan<string> path)
    {
        var value = new Value { StructValue = registration.Request.Object };
        foreach (var name in path)
        {
            value = value.StructValue.Fields[name];
        }

        return value;
    }

    /// <summary>A value as text: secrets in <c>secret(…)</c>, what is not known as <c>?</c>.</summary>
    public static string Shown(this Value value)
    {
        if (Wire.ContentOfSecret(value) is { } content)
        {
            return $"secret({content.Shown()})";
        }

        return value.KindCase switch
        {
            Value.KindOneofCase.StringValue => Wire.IsUnknown(value) ? "?" : value.StringValue,
            Value.KindOneofCase.StructValue => value.StructValue.Shown(),
            Value.KindOneofCase.ListValue => $"[{string.Join(", ", value.ListValue.Values.Select(Shown))}]",
            _ => value.ToString(),
        };
    }

    /// <summary>An object as text, its fields in order.</summary>
    public static string Shown(this Struct value) =>
        $"{{{string.Join(", ", value.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}: {field.Value.Shown()}"))}}}";
}
