using System.Text.Json;
using System.Text.RegularExpressions;

namespace BgpLb.Routers.Unifi;

/// <summary>What a gateway answers.</summary>
/// <param name="Status">HTTP's.</param>
/// <param name="Body">It may hold a document, so it is not quoted.</param>
internal sealed partial record UnifiAnswer(int Status, string Body)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public bool IsUnsupported =>
        Status == 404 && Body.Contains("api.err.BgpUnsupportedDevice", StringComparison.Ordinal);

    /// <summary>What an answer that is no success means.</summary>
    public string Meaning(UnifiOrder order) =>
        Status switch
        {
            401 =>
                "it does not know the API key (401); make one on the gateway under Control Plane > Integrations, then:\n"
                    + $"pulumi config set --secret --path 'apiKeys.{order.Router}'",
            403 => "the API key may not do this (403); it has to be that of an administrator",
            404 when IsUnsupported =>
                "this gateway has no BGP (404 api.err.BgpUnsupportedDevice): its model cannot, or its version is too old, or no\n"
                    + $"gateway has been adopted by the site {order.Site}",
            404 => $"it has no site {order.Site}, or it is no UniFi gateway (404)",
            _ => Code is { } code ? $"it answers {Status} \"{code}\"" : $"it answers {Status}",
        };

    /// <summary>The gateway's own word for what is wrong, if it is one.</summary>
    private string? Code
    {
        get
        {
            try
            {
                using var json = JsonDocument.Parse(Body);
                return
                    json.RootElement.ValueKind == JsonValueKind.Object
                    && json.RootElement.TryGetProperty("code", out var code)
                    && code.ValueKind == JsonValueKind.String
                    && code.GetString() is { } word
                    && Word().IsMatch(word)
                    ? word
                    : null;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    [GeneratedRegex(@"^api\.[A-Za-z0-9._-]{1,80}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
