using System.Text;

namespace BgpLb.Stacks.Render;

/// <summary>
/// Which files of a folder are the command's own, each with the digest of what was written. The format is
/// <c>sha256sum</c>'s, so that anybody can check the folder.
/// </summary>
/// <param name="Stack">Whose rendering it is; empty for a folder without one.</param>
/// <param name="Files">Digests by path.</param>
internal sealed record Manifest(string Stack, SortedDictionary<string, string> Files)
{
    public const string FileName = ".bgplb-files";

    private const string Header = "# Written by bgplb render ";
    private const int DigestLength = 64;

    public static Manifest In(string folder)
    {
        var manifest = new Manifest("", new(StringComparer.Ordinal));
        var path = Path.Combine(folder, FileName);
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.StartsWith(Header, StringComparison.Ordinal))
            {
                manifest = manifest with { Stack = line[Header.Length..] };
            }
            else if (line.Length > DigestLength + 2 && IsWithin(line[(DigestLength + 2)..]))
            {
                manifest.Files[line[(DigestLength + 2)..]] = line[..DigestLength];
            }
        }

        return manifest;
    }

    public override string ToString()
    {
        var text = new StringBuilder(Header).Append(Stack).Append('\n');
        foreach (var (path, digest) in Files)
        {
            text.Append(digest).Append("  ").Append(path).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A manifest may come from anywhere; what leads out of the folder is not ours to touch.</summary>
    private static bool IsWithin(string path) =>
        !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Split('/').Contains("..");
}
