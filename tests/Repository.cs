namespace BgpLb.Tests;

/// <summary>Where the repository and the reference data beside it are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The reference data; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>Whether what is missing must fail rather than be skipped.</summary>
    public static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Skips a test that this machine cannot run; fails it where everything has to be there.</summary>
    public static void Require(bool isThere, string what)
    {
        Assert.False(!isThere && IsCi, $"missing here: {what}");
        Skip.IfNot(isThere, $"needs {what}");
    }

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "bgplb.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests do not run within the repository");
        }

        return at.FullName;
    }

    private static string? FindShared()
    {
        var given = Environment.GetEnvironmentVariable("BGPLB_SHARED");
        var path = string.IsNullOrEmpty(given) ? Path.Combine(Root, "..", "shared") : given;
        return Directory.Exists(path) ? Path.GetFullPath(path) : null;
    }
}
