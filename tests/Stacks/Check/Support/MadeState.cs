using System.Text.Json.Nodes;
using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Tests.Stacks.Check.Support;

/// <summary>A stack as pulumi stack export would write it, secrets encrypted.</summary>
internal static class MadeState
{
    public static string Of(StackView stack) =>
        new JsonObject
        {
            ["version"] = 3,
            ["deployment"] = new JsonObject
            {
                ["manifest"] = new JsonObject { ["version"] = "v3.259.0" },
                ["resources"] = new JsonArray([.. stack.Resources.Select(Of)]),
            },
        }.ToJsonString();

    private static JsonObject Of(StackResource resource) =>
        new()
        {
            ["urn"] = resource.Urn,
            ["custom"] = !resource.Type.StartsWith("bgplb:", StringComparison.Ordinal),
            ["type"] = resource.Type,
            ["inputs"] = Of(resource.Properties),
            ["outputs"] = new JsonObject { ["id"] = "1" },
            ["parent"] = resource.Parent,
            ["dependencies"] = new JsonArray([.. resource.Dependencies.Select(urn => JsonValue.Create(urn))]),
            ["protect"] = resource.IsProtected,
        };

    private static JsonNode? Of(Value value) =>
        value switch
        {
            Secret => new JsonObject
            {
                ["4dabf18193072939515e22adb298388d"] = "1b47061264138c4ac30d75fd1eb44270",
                ["ciphertext"] = "v1:abc",
            },
            Fields fields => new JsonObject(
                fields.Entries.Select(entry => new KeyValuePair<string, JsonNode?>(entry.Name, Of(entry.Value)))
            ),
            Items items => new JsonArray([.. items.Elements.Select(Of)]),
            Text text => text.Content,
            Number number => number.Amount,
            Flag flag => flag.IsSet,
            _ => null,
        };
}
