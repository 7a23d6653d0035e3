namespace BgpLb.Tests.Settings;

/// <summary>The files in the repository that are made from the code.</summary>
internal static class MadeFile
{
    public static string Read(string path) =>
        File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    /// <summary>Compares a made file with the one in the repository, or writes it where that is asked for.</summary>
    public static void AssertMade(string path, string made)
    {
        var full = Path.Combine(Repository.Root, path);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, made);
        }

        var written = File.Exists(full) ? Read(path) : "";
        Assert.True(made == written, $"{path} is stale; run UPDATE_GOLDENS=1 ./test");
    }
}
