namespace BgpLb.Tests.Stacks.Support;

/// <summary>Where the project's own files are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

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
