using System.Text;

namespace BgpLb.Settings;

/// <summary>What both Cilium and every dialect take as a TCP-MD5 password.</summary>
internal static class BgpPassword
{
    public const string Allowed =
        "8 to 80 bytes without blanks, quotes, backslashes, $ and \"!!\" (RFC 3562 asks for 12 to 24; FRR takes 81 and fails "
        + "when it runs)";

    /// <summary>Whoever has recorded one segment can try shorter ones at home, all of them.</summary>
    private const int Least = 8;

    private const int Most = 80;

    /// <summary>Null for a good one, else what is wrong, in words that do not quote it.</summary>
    public static (string Found, string Allowed)? Judge(string password) =>
        Encoding.UTF8.GetByteCount(password) switch
        {
            0 => ("an empty password", Allowed),
            (< Least or > Most) and var bytes => ($"a password of {bytes} {(bytes == 1 ? "byte" : "bytes")}", Allowed),
            _ when password.Any(IsForbidden) || password.Contains("!!", StringComparison.Ordinal) => (
                "a password with forbidden characters",
                Allowed
            ),
            _ => null,
        };

    private static bool IsForbidden(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '\'' or '"' or '\\' or '`' or '$';
}
