using Google.Protobuf.WellKnownTypes;
using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace BgpLb.Engine;

/// <summary>How Pulumi writes what JSON cannot say: secrets, and values that are not known yet.</summary>
internal static class Wire
{
    /// <summary>Stands for any value that is not known yet.</summary>
    public const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string SecretContent = "value";

    public static WireValue Secret(WireValue content) =>
        new()
        {
            StructValue = new()
            {
                Fields =
                {
                    [SignatureKey] = new() { StringValue = SecretSignature },
                    [SecretContent] = content,
                },
            },
        };

    public static bool IsUnknown(WireValue value) =>
        value.KindCase == WireValue.KindOneofCase.StringValue
        && string.Equals(value.StringValue, Unknown, StringComparison.Ordinal);

    /// <summary>The content, if the value is a secret.</summary>
    public static WireValue? ContentOfSecret(WireValue value) =>
        value.KindCase == WireValue.KindOneofCase.StructValue
        && value.StructValue.Fields.TryGetValue(SignatureKey, out var signature)
        && string.Equals(signature.StringValue, SecretSignature, StringComparison.Ordinal)
            ? value.StructValue.Fields.GetValueOrDefault(SecretContent) ?? Null()
            : null;

    public static WireValue Null() => new() { NullValue = NullValue.NullValue };

    public static WireValue UnknownValue() => new() { StringValue = Unknown };
}

file static class Maps
{
    public static WireValue? GetValueOrDefault(
        this Google.Protobuf.Collections.MapField<string, WireValue> map,
        string key
    ) => map.TryGetValue(key, out var value) ? value : null;
}
