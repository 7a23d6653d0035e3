namespace BgpLb.Tests.Routers.Support;

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
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Pulumi.yaml")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("the tests do not run within the repository");
    }

    private static string? FindShared()
    {
        var path = Environment.GetEnvironmentVariable("BGPLB_SHARED") ?? Path.Combine(Root, "..", "shared");
        return Directory.Exists(path) ? Path.GetFullPath(path) : null;
    }
}
