using System.Text.Json.Nodes;
using BgpLb.Graph;

namespace BgpLb.Rehearsal.Execution;

/// <summary>Makes plain JSON of inputs: secrets in clear, outputs by what their resources have answered.</summary>
internal static class Resolution
{
    /// <param name="output">The value of a resource's output.</param>
    public static JsonNode? Of(Value value, Func<Output, JsonNode?> output) =>
        value switch
        {
            Text text => text.Content,
            Number number when number.Amount == Math.Floor(number.Amount) => (long)number.Amount,
            Number number => number.Amount,
            Flag flag => flag.IsSet,
            Nothing => null,
            Secret secret => Of(secret.Inner, output),
            Output reference => output(reference)?.DeepClone(),
            Joined joined => string.Concat(joined.Parts.Select(part => $"{Of(part, output)}")),
            Items items => new JsonArray([.. items.Elements.Select(element => Of(element, output))]),
            Fields fields => Of(fields, output),
            _ => throw new InvalidOperationException($"no such value: {value.GetType().Name}"),
        };

    public static JsonObject Of(Fields fields, Func<Output, JsonNode?> output)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields.Entries)
        {
            json[name] = Of(value, output);
        }

        return json;
    }
}
