using BgpLb.Engine;
using BgpLb.Engine.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Recording;

/// <summary>
/// Answers registrations. Every text in an answer is a marker, <c>«urn|property»</c>: where one turns up in an input,
/// it shows which output of which resource was put there.
/// </summary>
internal sealed class Answering(string project, string stack, RecordingOptions options)
{
    public RegisterResourceResponse Answer(RegisterResourceRequest request)
    {
        var urn = UrnOf(request);
        var answer = new RegisterResourceResponse { Urn = urn, Id = request.Custom ? IdOf(request.Type, urn) : "" };
        var outputs = new Struct();
        foreach (var (name, value) in options.MeasureOnly ? [] : request.Object?.Fields ?? [])
        {
            outputs.Fields[name] = request.Custom ? Mark(value, urn, name) : value;
        }

        AddComputed(outputs, request.Type, urn);
        answer.Object = outputs.ToByteString();
        options.Adjust?.Invoke(request, answer);
        return answer;
    }

    /// <summary>The text that stands for an output.</summary>
    public static string Marker(string urn, string property) => $"«{urn}|{property}»";

    private string UrnOf(RegisterResourceRequest request)
    {
        var parentTypes = request.Parent.Split("::") is [_, _, var types, ..] ? types : "";
        var isTop = parentTypes is "" or "pulumi:pulumi:Stack";
        var type = isTop ? request.Type : $"{parentTypes}${request.Type}";
        return $"urn:pulumi:{stack}::{project}::{type}::{request.Name}";
    }

    private string IdOf(string type, string urn) =>
        !options.DryRun ? Marker(urn, "id")
        : type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? Wire.Unknown
        : "";

    private void AddComputed(Struct outputs, string type, string urn)
    {
        foreach (var (name, isSecret) in Computed.Of(type))
        {
            if (!options.DryRun)
            {
                var marker = new Value { StringValue = Marker(urn, name) };
                outputs.Fields[name] = isSecret ? Wire.Secret(marker) : marker;
            }
            else if (options.SendUnknowns)
            {
                outputs.Fields[name] = Wire.UnknownValue();
            }
        }
    }

    private static Value Mark(Value value, string urn, string path)
    {
        if (Wire.ContentOfSecret(value) is { } content)
        {
            return Wire.Secret(Mark(content, urn, path));
        }

        switch (value.KindCase)
        {
            case Value.KindOneofCase.StringValue when !Wire.IsUnknown(value):
                return new() { StringValue = Marker(urn, path) };
            case Value.KindOneofCase.ListValue:
                var elements = value.ListValue.Values.Select((element, at) => Mark(element, urn, $"{path}.{at}"));
                return Value.ForList([.. elements]);
            case Value.KindOneofCase.StructValue:
                var fields = new Struct();
                foreach (var (name, field) in value.StructValue.Fields)
                {
                    fields.Fields[name] = Mark(field, urn, $"{path}.{name}");
                }

                return new() { StructValue = fields };
            default:
                return value;
        }
    }
}
