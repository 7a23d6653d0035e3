using System.Text.Json.Nodes;
using BgpLb.Graph;

namespace BgpLb.Tests.Cilium;

/// <summary>A value as a provider receives it: secrets in clear, and a stand-in for what is not known yet.</summary>
internal static class ClearJson
{
    public const string StandIn = "not-known-yet";

    public static JsonNode? Of(Value value) =>
        value switch
        {
            Fields fields => new JsonObject(
                fields.Entries.Select(entry => KeyValuePair.Create(entry.Name, Of(entry.Value)))
            ),
            Items items => new JsonArray([.. items.Elements.Select(Of)]),
            Text text => text.Content,
            Number number => number.Amount,
            Flag flag => flag.IsSet,
            Secret secret => Of(secret.Inner),
            Output => StandIn,
            Joined joined => string.Concat(joined.Parts.Select(part => Of(part)?.ToString())),
            _ => null,
        };
}
