using System.Globalization;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>A release of Cilium whose kinds and values the program writes.</summary>
public readonly record struct CiliumVersion(int Major, int Minor, int Patch)
{
    internal static Kind<CiliumVersion> Kind { get; } =
        new(
            new("string", "a release such as 1.20.2, 1.18 or later", Pattern: @"^[0-9]+\.[0-9]+\.[0-9]+$"),
            default,
            text =>
                Parse(text) is { } version && version.ToString() == text
                    ? version.Judge()
                    : Outcome<CiliumVersion>.Refused()
        );

    public static CiliumVersion? Parse(string text)
    {
        var parts = text.Split('.');
        return
            parts.Length == 3
            && Part(parts[0]) is { } major
            && Part(parts[1]) is { } minor
            && Part(parts[2]) is { } patch
            ? new(major, minor, patch)
            : null;
    }

    /// <summary>Whether this is release <paramref name="major"/>.<paramref name="minor"/> or a later one.</summary>
    public bool IsAtLeast(int major, int minor) => (Major, Minor).CompareTo((major, minor)) >= 0;

    public override string ToString() => $"{Major}.{Minor}.{Patch}";

    private static int? Part(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Outcome<CiliumVersion> Judge() =>
        !IsAtLeast(1, 18)
            ? Outcome<CiliumVersion>.Refused(
                "1.18.0 or later: before, the BGP kinds are cilium.io/v2alpha1, which this program does not write"
            )
        : this is { Major: 1, Minor: 19, Patch: <= 3 }
            ? Outcome<CiliumVersion>.Refused(
                "1.18, or 1.19.4 and later: upgrading to 1.19.0–1.19.3 breaks BGP in the middle of the roll (cilium#45802)"
            )
        : Outcome<CiliumVersion>.Of(this);
}
