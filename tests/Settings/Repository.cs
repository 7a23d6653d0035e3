namespace BgpLb.Tests.Settings;

/// <summary>Where the project's own files are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Compares a made file with the one in the repository, or writes it where that is asked for.</summary>
    public static void AssertMade(string path, string made)
    {
        var full = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, made);
        }

        var written = File.Exists(full) ? Read(path) : "";
        Assert.True(made == written, $"{path} is stale; run UPDATE_GOLDENS=1 ./test");
    }

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "bgplb.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests do not run within the repository");
        }

        return at.FullName;
    }
}
