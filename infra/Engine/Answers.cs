using System.Collections.Concurrent;
using BgpLb.Engine.Protocol;
using BgpLb.Graph;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Engine;

/// <summary>What the engine has answered so far, and what the outputs are that follow from it.</summary>
internal sealed class Answers(bool dryRun)
{
    private readonly ConcurrentDictionary<Resource, RegisterResourceResponse> _known = new();

    public void Add(Resource resource, RegisterResourceResponse answer) => _known[resource] = answer;

    /// <summary>
    /// The outputs of another stack become those of the reference. One that has none yet has empty objects for them:
    /// nothing is unknown, it just runs nothing.
    /// </summary>
    public void Add(StackReference reference, ReadResourceResponse answer)
    {
        var outputs = answer.Properties?.Fields.GetValueOrDefault("outputs") is { } sent
            ? Wire.ContentOfSecret(sent) ?? sent
            : null;
        var found = outputs?.StructValue ?? new();
        found.Fields.TryAdd("versions", new() { StructValue = new() });
        _known[reference] = new() { Urn = answer.Urn, Object = found.ToByteString() };
    }

    public string UrnOf(Resource resource) => _known[resource].Urn;

    /// <summary>How resources name the provider that is to make them.</summary>
    public string ReferenceTo(CustomResource provider)
    {
        var answer = _known[provider];
        return $"{answer.Urn}::{(answer.Id.Length > 0 ? answer.Id : Wire.Unknown)}";
    }

    /// <summary>What an output is: as answered, as sent where the answer leaves it out, or unknown.</summary>
    /// <exception cref="EngineException">This is an update, and the answer does not have the output.</exception>
    public Plain Find(Output output, ValueWriter writer)
    {
        if (output.Source is ComponentResource component)
        {
            return component.Outputs[output.Property] is { } promised
                ? writer.Resolve(promised)
                : throw Missing(output);
        }

        var answer = _known[output.Source];
        var found = output.Property switch
        {
            "urn" => Plain.Text(answer.Urn),
            "id" when answer.Id.Length > 0 => Plain.From(new() { StringValue = answer.Id }),
            "id" => null,
            // An update that has nothing to add to an input may leave it out of its answer.
            var property => Sent(answer, property) ?? (dryRun ? null : InputOf(output.Source, property, writer)),
        };
        var mayBeUnknown = dryRun || answer.Unknown || answer.Result != Result.Success;
        return found ?? (mayBeUnknown ? Plain.Unknown : throw Missing(output));
    }

    private Plain? Sent(RegisterResourceResponse answer, string property)
    {
        if (!Struct.Parser.ParseFrom(answer.Object).Fields.TryGetValue(property, out var value))
        {
            return null;
        }

        var found = Plain.From(value);
        return found.IsUnknown && !dryRun ? null : found;
    }

    private static Plain? InputOf(Resource resource, string property, ValueWriter writer) =>
        resource.Inputs[property] is { } input ? writer.Resolve(input) : null;

    private static EngineException Missing(Output output) =>
        new(
            $"{output.Source.Type} \"{output.Source.Name}\" has no output \"{output.Property}\", which is needed here."
        );
}
