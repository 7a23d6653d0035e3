using System.Text.Json;
using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check.State;

/// <summary>Values as a state has them.</summary>
internal static class StateValue
{
    /// <summary>Marks an object as standing for something else: its value says for what.</summary>
    private const string Signature = "4dabf18193072939515e22adb298388d";

    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    private const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    /// <summary>How the engine writes a value that it does not know.</summary>
    private const string UnknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <exception cref="InvalidOperationException">It is no object.</exception>
    public static Fields Fields(JsonElement value) =>
        Graph.Fields.Of(value.EnumerateObject().Select(field => new Field(field.Name, Of(field.Value))));

    private static Value Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object when SignatureOf(value) is { } signature => Marked(value, signature),
            JsonValueKind.Object => Fields(value),
            JsonValueKind.Array => Items.Of(value.EnumerateArray().Select(Of)),
            JsonValueKind.String when value.ValueEquals(UnknownText) => new Unknown(),
            JsonValueKind.String => new Text(value.GetString()!),
            JsonValueKind.Number => new Number(value.GetDouble()),
            JsonValueKind.True or JsonValueKind.False => new Flag(value.GetBoolean()),
            _ => new Nothing(),
        };

    private static string? SignatureOf(JsonElement value) =>
        value.TryGetProperty(Signature, out var signature) ? signature.GetString() : null;

    /// <summary>A secret, encrypted or (exported with --show-secrets) as JSON text; an output; else something that no rule knows, such as an archive.</summary>
    private static Value Marked(JsonElement value, string signature) =>
        signature switch
        {
            SecretSignature => (Plain(value) ?? new Unknown()).AsSecret(),
            OutputSignature => value.TryGetProperty("secret", out var secret) && secret.ValueKind == JsonValueKind.True
                ? OutputOf(value).AsSecret()
                : OutputOf(value),
            _ => new Unknown(),
        };

    private static Value OutputOf(JsonElement value) =>
        value.TryGetProperty("value", out var known) ? Of(known) : new Unknown();

    private static Value? Plain(JsonElement secret)
    {
        if (!secret.TryGetProperty("plaintext", out var plain))
        {
            return null;
        }

        using var document = JsonDocument.Parse(plain.GetString()!);
        return Of(document.RootElement);
    }
}
