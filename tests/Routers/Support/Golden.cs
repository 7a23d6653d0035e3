namespace BgpLb.Tests.Routers.Support;

/// <summary>Texts that are kept beside the tests; <c>UPDATE_GOLDENS=1</c> writes them anew.</summary>
internal static class Golden
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "Routers", "goldens");

    public static void Check(string name, string actual)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        Assert.True(File.Exists(path), $"no golden file {name}; UPDATE_GOLDENS=1 writes it");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    public static TheoryData<string> Names(string extension) =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*" + extension)
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    public static string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));
}
