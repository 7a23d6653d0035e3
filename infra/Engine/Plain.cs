using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace BgpLb.Engine;

/// <summary>A value without marks inside, and what the marks said: secret in whole, unknown in some part.</summary>
internal readonly record struct Plain(WireValue Content, bool IsSecret, bool IsUnknown)
{
    public static Plain Unknown { get; } = new(Wire.UnknownValue(), IsSecret: false, IsUnknown: true);

    public static Plain Text(string text) => new(new() { StringValue = text }, IsSecret: false, IsUnknown: false);

    /// <summary>Takes the marks out of a value that the engine sent. A secret inside makes the whole secret.</summary>
    public static Plain From(WireValue value)
    {
        if (Wire.ContentOfSecret(value) is { } content)
        {
            return From(content) with { IsSecret = true };
        }

        return value.KindCase switch
        {
            WireValue.KindOneofCase.ListValue => FromList(value),
            WireValue.KindOneofCase.StructValue => FromStruct(value),
            _ => new(value, IsSecret: false, Wire.IsUnknown(value)),
        };
    }

    /// <summary>The value with its mark, as it is sent.</summary>
    public WireValue Marked() => IsSecret ? Wire.Secret(Content) : Content;

    private static Plain FromList(WireValue value)
    {
        var collected = new PlainCollector();
        var content = new WireValue { ListValue = new() };
        foreach (var element in value.ListValue.Values)
        {
            content.ListValue.Values.Add(collected.Add(From(element)));
        }

        return collected.Whole(content);
    }

    private static Plain FromStruct(WireValue value)
    {
        var collected = new PlainCollector();
        var content = new WireValue { StructValue = new() };
        foreach (var (name, field) in value.StructValue.Fields)
        {
            content.StructValue.Fields[name] = collected.Add(From(field));
        }

        return collected.Whole(content);
    }
}

/// <summary>Carries the marks of parts over to their whole.</summary>
internal struct PlainCollector
{
    private bool _secret;
    private bool _unknown;

    public WireValue Add(Plain part)
    {
        _secret |= part.IsSecret;
        _unknown |= part.IsUnknown;
        return part.Content;
    }

    public readonly Plain Whole(WireValue content) => new(content, _secret, _unknown);
}
