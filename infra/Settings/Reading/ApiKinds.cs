using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace BgpLb.Settings.Reading;

/// <summary>What describes a gateway's API.</summary>
internal static class ApiKinds
{
    private const string PinPrefix = "sha256//";

    /// <summary>Scheme, host and perhaps a port. Never plain HTTP: the key and the password go there.</summary>
    public static Kind<Uri> Url { get; } =
        new(
            new(
                "string",
                "https://HOST or https://HOST:PORT, and nothing after it",
                Pattern: "^https://([A-Za-z0-9.-]+|\\[[0-9a-fA-F:.]+\\])(:[0-9]{1,5})?/?$"
            ),
            new("https://0.0.0.0"),
            text =>
                Uri.TryCreate(text, UriKind.Absolute, out var url)
                && url is { Scheme: "https", PathAndQuery: "/", Fragment: "", UserInfo: "", Host.Length: > 0 }
                && !text.AsSpan().ContainsAny("?#@\\ ")
                    ? Outcome<Uri>.Of(url)
                    : Outcome<Uri>.Refused()
        );

    public static Kind<string> Site { get; } =
        new(
            new(
                "string",
                "a site's short name of letters, digits, - and _",
                Pattern: "^[A-Za-z0-9_-]+$",
                TakesDigits: true
            ),
            "",
            text =>
                text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
                    ? Outcome<string>.Of(text)
                    : Outcome<string>.Refused()
        );

    /// <summary>The SHA-256 of a public key in Base64, from itself or from a certificate.</summary>
    public static Kind<string?> Pin { get; } =
        new(
            new("string", "a certificate as PEM, or sha256//BASE64 of its public key"),
            Placeholder: null,
            text => PinOf(text) is { } pin ? Outcome<string?>.Of(pin) : Outcome<string?>.Refused()
        );

    /// <summary>Null for a good one, else what is wrong, in words that do not quote it.</summary>
    public static (string Found, string Allowed)? JudgeKey(string key) =>
        key.Length > 0 && key.All(letter => letter is > ' ' and <= '~' and not ('\'' or '"' or '\\'))
            ? null
            : ("a key with forbidden characters", "the API key alone, without blanks, quotes and backslashes");

    private static string? PinOf(string text)
    {
        if (text.StartsWith(PinPrefix, StringComparison.Ordinal))
        {
            var digest = new byte[text.Length];
            return
                Convert.TryFromBase64String(text[PinPrefix.Length..], digest, out var length)
                && length == SHA256.HashSizeInBytes
                ? Convert.ToBase64String(digest, 0, length)
                : null;
        }

        try
        {
            using var certificate = X509Certificate2.CreateFromPem(text);
            return Convert.ToBase64String(SHA256.HashData(certificate.PublicKey.ExportSubjectPublicKeyInfo()));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
