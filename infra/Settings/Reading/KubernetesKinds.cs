namespace BgpLb.Settings.Reading;

/// <summary>Names that Kubernetes gives, with its own rules.</summary>
internal static class KubernetesKinds
{
    public const string LabelKeyAllowed =
        "[DOMAIN/]NAME, the name of at most 63 letters, digits, -, _ and ., beginning and ending with a letter or digit";

    /// <summary>An RFC 1123 label: a namespace, a Helm release.</summary>
    public static Kind<string> Label { get; } =
        new(
            new(
                "string",
                "a name of a–z, 0–9 and -, at most 63 characters",
                Pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
                TakesDigits: true
            ),
            "",
            text => IsLabel(text) ? Outcome<string>.Of(text) : Outcome<string>.Refused()
        );

    /// <summary>An RFC 1123 subdomain: the name of a node or of most objects.</summary>
    public static Kind<string> ObjectName { get; } =
        new(
            new(
                "string",
                "a name of a–z, 0–9, - and ., at most 253 characters",
                Pattern: "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$",
                TakesDigits: true
            ),
            "",
            text => IsSubdomain(text) ? Outcome<string>.Of(text) : Outcome<string>.Refused()
        );

    public static Kind<string> LabelValue { get; } =
        new(
            new(
                "string",
                "a label's value: empty, or at most 63 letters, digits, -, _ and ., "
                    + "beginning and ending with a letter or digit",
                Pattern: "^([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?$",
                TakesDigits: true
            ),
            "",
            text => text.Length == 0 || IsQualified(text) ? Outcome<string>.Of(text) : Outcome<string>.Refused()
        );

    public static bool IsLabelKey(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return IsQualified(text[(slash + 1)..]) && (slash < 0 || IsSubdomain(text[..slash]));
    }

    private static bool IsSubdomain(string text) =>
        text.Length is > 0 and <= 253
        && text.Split('.')
            .All(part =>
                part.Length > 0
                && part[0] != '-'
                && part[^1] != '-'
                && part.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            );

    private static bool IsLabel(string text) =>
        text.Length <= 63 && !text.Contains('.', StringComparison.Ordinal) && IsSubdomain(text);

    private static bool IsQualified(string text) =>
        text.Length is > 0 and <= 63
        && char.IsAsciiLetterOrDigit(text[0])
        && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
