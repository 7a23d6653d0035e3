using System.Text.Encodings.Web;
using System.Text.Json;
using BgpLb.Graph;

namespace BgpLb.Routers.Unifi;

/// <summary>What the program is to bring about on a UniFi gateway. It reaches it in standard input, as one JSON object.</summary>
/// <param name="Owner">What every name of the stack begins with: the document's description.</param>
/// <param name="Router">The router's name, for messages.</param>
/// <param name="Url">Of the site's BGP document, https.</param>
/// <param name="Site">The site's short name, for messages.</param>
/// <param name="Pin">SHA-256 of the gateway's public key in Base64; empty for whom the system trusts.</param>
/// <param name="ApiKey">A secret.</param>
/// <param name="Document">The whole document, with the password within; a secret.</param>
/// <param name="Digest">Of what a confirmation vouches for; empty for a change.</param>
internal sealed record UnifiOrder(
    string Owner,
    string Router,
    Uri Url,
    string Site,
    string Pin,
    string ApiKey,
    string Document,
    string Digest
)
{
    /// <summary>The name that the gateway shows for the document.</summary>
    public string File => $"{Owner}.conf";

    /// <summary>The order as the standard input of a command.</summary>
    public static Value Write(
        string owner,
        string router,
        Uri url,
        string site,
        string pin,
        Value apiKey,
        Value document,
        string digest
    ) =>
        Flat.Join([
            .. Pair("{", "owner", owner),
            .. Pair(",", "router", router),
            .. Pair(",", "url", url.AbsoluteUri),
            .. Pair(",", "site", site),
            .. Pair(",", "pin", pin),
            .. Pair(",", "digest", digest),
            .. Pair(",", "apiKey", apiKey),
            .. Pair(",", "document", document),
            "}",
        ]);

    /// <summary>The order of a standard input, or what is wrong with it, in words that quote nothing of it.</summary>
    public static (UnifiOrder? Order, string Problem) Read(string input)
    {
        try
        {
            using var json = JsonDocument.Parse(input);
            var order = json.RootElement;
            return order.ValueKind == JsonValueKind.Object
                ? (
                    new(
                        Text(order, "owner"),
                        Text(order, "router"),
                        UrlOf(Text(order, "url")),
                        Text(order, "site"),
                        Text(order, "pin"),
                        Text(order, "apiKey"),
                        Text(order, "document"),
                        Text(order, "digest")
                    ),
                    ""
                )
                : (null, "it is no JSON object");
        }
        catch (JsonException)
        {
            return (null, "it is no JSON");
        }
        catch (FormatException wrong)
        {
            return (null, wrong.Message);
        }
    }

    private static string Text(JsonElement order, string name) =>
        order.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!
            : throw new FormatException($"it has no text \"{name}\"");

    /// <summary>Never plain HTTP: the key and the password go there.</summary>
    private static Uri UrlOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new FormatException("its \"url\" is no https address");

    private static IEnumerable<Value> Pair(string before, string name, Value value) =>
        [$"{before}\"{name}\":\"", Escaped(value), "\""];

    /// <summary>
    /// The value inside a JSON text. What is not known yet is the password that Pulumi makes, of letters and digits.
    /// </summary>
    private static Value Escaped(Value value) =>
        value switch
        {
            Text(var text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
            Secret(var inner) => new Secret(Escaped(inner)),
            Joined(var parts) => new Joined([.. parts.Select(Escaped)]),
            _ => value,
        };
}
