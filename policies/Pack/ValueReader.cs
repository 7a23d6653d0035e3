using BgpLb.Graph;
using BgpLb.Policies.Model;
using Google.Protobuf.WellKnownTypes;
using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace BgpLb.Policies.Pack;

/// <summary>Turns what the engine sends into what rules read: secrets stay marked, what is not known yet stays unknown.</summary>
internal static class ValueReader
{
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    private const string ReferenceSignature = "5cf8f73096256a8f31e491e813e4eb8e";

    /// <summary>One for each kind of value: the engine knows what it will be, if not which.</summary>
    private static readonly HashSet<string> Unknowns = new(StringComparer.Ordinal)
    {
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    };

    /// <summary>An object's fields, in the order of their names: the engine knows none.</summary>
    public static Fields Read(Struct? fields) =>
        fields is null
            ? Fields.Empty
            : Fields.Of(
                fields
                    .Fields.OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => new Graph.Field(field.Key, Read(field.Value)))
            );

    public static Graph.Value Read(WireValue value) =>
        value.KindCase switch
        {
            WireValue.KindOneofCase.StringValue => Unknowns.Contains(value.StringValue)
                ? new Unknown()
                : new Text(value.StringValue),
            WireValue.KindOneofCase.NumberValue => new Number(value.NumberValue),
            WireValue.KindOneofCase.BoolValue => new Flag(value.BoolValue),
            WireValue.KindOneofCase.ListValue => Items.Of(value.ListValue.Values.Select(Read)),
            WireValue.KindOneofCase.StructValue => Object(value.StructValue),
            _ => new Nothing(),
        };

    private static Graph.Value Object(Struct value) =>
        Part(value, SignatureKey)?.StringValue switch
        {
            SecretSignature => Content(value).AsSecret(),
            OutputSignature when Part(value, "secret")?.BoolValue == true => Content(value).AsSecret(),
            OutputSignature => Content(value),
            ReferenceSignature => new Text(Part(value, "urn")?.StringValue ?? ""),
            _ => Read(value),
        };

    /// <summary>An output without a value is one that is not known yet.</summary>
    private static Graph.Value Content(Struct value) =>
        Part(value, "value") is { } content ? Read(content) : new Unknown();

    private static WireValue? Part(Struct value, string name) =>
        value.Fields.TryGetValue(name, out var part) ? part : null;
}
