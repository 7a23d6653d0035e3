using System.Buffers.Binary;
using System.Text;

namespace BgpLb.Settings.Reading;

/// <summary>Recognises a public key in the form of authorized_keys.</summary>
internal static class SshPublicKey
{
    private static readonly string[] Types =
    [
        "ssh-ed25519",
        "ecdsa-sha2-nistp256",
        "ecdsa-sha2-nistp384",
        "ecdsa-sha2-nistp521",
        "ssh-rsa",
    ];

    /// <summary>Whether the text is <c>TYPE BASE64</c> and the blob inside names the same type.</summary>
    public static bool IsValid(string text)
    {
        var parts = text.Split(' ');
        if (parts.Length != 2 || !Types.Contains(parts[0], StringComparer.Ordinal))
        {
            return false;
        }

        var blob = new byte[parts[1].Length];
        return Convert.TryFromBase64String(parts[1], blob, out var length)
            && length > 4 + parts[0].Length
            && BinaryPrimitives.ReadInt32BigEndian(blob) == parts[0].Length
            && Encoding.ASCII.GetString(blob, 4, parts[0].Length) == parts[0];
    }
}
