using System.Globalization;
using System.Text;
using BgpLb.Graph;
using Google.Protobuf.WellKnownTypes;
using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace BgpLb.Engine;

/// <summary>
/// Turns the graph's values into what is sent, given the answers so far: outputs are filled in, secrets marked, and
/// what depends on something unknown is unknown.
/// </summary>
internal sealed class ValueWriter(Answers answers)
{
    public Struct Write(Fields fields)
    {
        var written = new Struct();
        foreach (var (name, value) in fields.Entries)
        {
            written.Fields[name] = Write(value);
        }

        return written;
    }

    private WireValue Write(Graph.Value value)
    {
        switch (value)
        {
            case Items items:
                var list = new ListValue();
                foreach (var element in items.Elements)
                {
                    list.Values.Add(Write(element));
                }

                return new() { ListValue = list };
            case Fields fields:
                return new() { StructValue = Write(fields) };
            default:
                return Resolve(value).Marked();
        }
    }

    /// <summary>The value with its marks beside it: inside a secret and inside a text there is no place for them.</summary>
    public Plain Resolve(Graph.Value value) =>
        value switch
        {
            Text text => Plain.Text(text.Content),
            Number number => new(new() { NumberValue = number.Amount }, IsSecret: false, IsUnknown: false),
            Flag flag => new(new() { BoolValue = flag.IsSet }, IsSecret: false, IsUnknown: false),
            Nothing => new(Wire.Null(), IsSecret: false, IsUnknown: false),
            Secret secret => Resolve(secret.Inner) with { IsSecret = true },
            Output output => Resolve(output),
            Joined joined => Join(joined),
            Items or Fields => Gather(value),
            _ => throw new EngineException($"A {value.GetType().Name} cannot be sent to the engine."),
        };

    private Plain Resolve(Output output)
    {
        var found = answers.Find(output, this);
        return found.IsUnknown ? Plain.Unknown with { IsSecret = found.IsSecret } : found;
    }

    private Plain Gather(Graph.Value value)
    {
        var collected = new PlainCollector();
        var content = new WireValue();
        if (value is Items items)
        {
            content.ListValue = new();
            foreach (var element in items.Elements)
            {
                content.ListValue.Values.Add(collected.Add(Resolve(element)));
            }
        }
        else
        {
            content.StructValue = new();
            foreach (var (name, field) in ((Fields)value).Entries)
            {
                content.StructValue.Fields[name] = collected.Add(Resolve(field));
            }
        }

        return collected.Whole(content);
    }

    private Plain Join(Joined joined)
    {
        var collected = new PlainCollector();
        var text = new StringBuilder();
        foreach (var part in joined.Parts)
        {
            text.Append(TextOf(collected.Add(Resolve(part))));
        }

        var whole = collected.Whole(new() { StringValue = text.ToString() });
        return whole.IsUnknown ? Plain.Unknown with { IsSecret = whole.IsSecret } : whole;
    }

    private static string TextOf(WireValue value) =>
        value.KindCase switch
        {
            WireValue.KindOneofCase.StringValue => value.StringValue,
            WireValue.KindOneofCase.NumberValue => value.NumberValue.ToString(CultureInfo.InvariantCulture),
            WireValue.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
            _ => throw new EngineException("A list, an object or null was to be joined into a text."),
        };
}
