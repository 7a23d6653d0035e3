namespace BgpLb.Rehearsal;

/// <summary>Key pairs, ed25519.</summary>
internal static class SshKey
{
    /// <summary>Makes a pair in place of any that is there, and returns its public half in authorized_keys form.</summary>
    /// <param name="path">The private half's file; the public half gets <c>.pub</c>.</param>
    public static string Make(string path)
    {
        File.Delete(path);
        File.Delete($"{path}.pub");
        Shell.Do("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path);
        return string.Join(' ', File.ReadAllText($"{path}.pub").Split(' ', '\n')[..2]);
    }

    /// <summary>Writes a private half for programs to use, and returns its public half in authorized_keys form.</summary>
    public static string Write(string path, string privateKey)
    {
        // ssh refuses a key that others may read: the file is there, and the owner's, before anything is in it.
        Shell.Do("install", "-m", "600", "/dev/null", path);
        File.WriteAllText(path, privateKey);
        return string.Join(' ', Shell.Do("ssh-keygen", "-y", "-f", path).Split(' ', '\n')[..2]);
    }
}
