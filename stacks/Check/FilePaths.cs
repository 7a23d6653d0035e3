namespace BgpLb.Stacks.Check;

/// <summary>How files are named to those who look for them.</summary>
internal static class FilePaths
{
    /// <summary>A path as seen from a folder, with slashes; as it is where it lies on another drive.</summary>
    public static string From(string folder, string path) =>
        Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The folder of the Git repository around a folder; the folder itself where there is none.</summary>
    public static string RepositoryOf(string folder)
    {
        for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            var git = Path.Combine(at, ".git");
            if (Directory.Exists(git) || File.Exists(git))
            {
                return at;
            }
        }

        return folder;
    }
}
