using System.Text;

namespace BgpLb.Settings;

/// <summary>What both Cilium and every dialect take as a TCP-MD5 password.</summary>
internal static class BgpPassword
{
    public const string Allowed =
        "1 to 80 bytes without blanks, quotes, backslashes, $ and \"!!\" (FRR takes 81 and fails when it runs)";

    /// <summary>Null for a good one, else what is wrong, in words that do not quote it.</summary>
    public static (string Found, string Allowed)? Judge(string password) =>
        Encoding.UTF8.GetByteCount(password) switch
        {
            0 => ("an empty password", Allowed),
            > 80 and var bytes => ($"a password of {bytes} bytes", Allowed),
            _ when password.Any(IsForbidden) || password.Contains("!!", StringComparison.Ordinal) => (
                "a password with forbidden characters",
                Allowed
            ),
            _ => null,
        };

    private static bool IsForbidden(char letter) =>
        char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '\'' or '"' or '\\' or '`' or '$';
}
