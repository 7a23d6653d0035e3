namespace BgpLb.Tests.Stacks.Support;

/// <summary>Texts kept beside the tests. <c>UPDATE_GOLDENS=1</c> writes them anew; what changed then stands in Git.</summary>
internal static class Golden
{
    private static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Stacks", "goldens");

    private static bool IsUpdate => Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1";

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (IsUpdate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"There is no {path}; UPDATE_GOLDENS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>Compares a whole folder, files that are missing or too many included.</summary>
    public static void CheckFolder(string name, IReadOnlyDictionary<string, string> actual)
    {
        var kept = Path.Combine(Folder, name);
        if (IsUpdate && Directory.Exists(kept))
        {
            Directory.Delete(kept, recursive: true);
        }

        foreach (var (path, text) in actual)
        {
            Check(Path.Combine(name, path), text);
        }

        Assert.Equal(FilesIn(kept).Keys, actual.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>All files below a folder, as texts by their paths with slashes.</summary>
    public static SortedDictionary<string, string> FilesIn(string folder)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            files[Path.GetRelativePath(folder, path).Replace('\\', '/')] = File.ReadAllText(path);
        }

        return files;
    }
}
