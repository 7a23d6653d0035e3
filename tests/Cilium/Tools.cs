namespace BgpLb.Tests.Cilium;

/// <summary>Programs that only some tests need: on the PATH, or in the folder that BGPLB_TOOLS names.</summary>
internal static class Tools
{
    public static string? Find(string name) =>
        new[] { Environment.GetEnvironmentVariable("BGPLB_TOOLS") }
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => Path.Combine(folder!, name))
            .FirstOrDefault(File.Exists);

    /// <summary>Skips a test whose tool is not here, saying so. Where everything has to be there, it fails.</summary>
    public static void Require(params ReadOnlySpan<string> names)
    {
        ReferenceData.Require();
        foreach (var name in names)
        {
            var isThere = Find(name) is not null;
            Assert.True(
                isThere || Environment.GetEnvironmentVariable("CI") != "true",
                $"{name} has to be here: CI=true"
            );
            Skip.IfNot(isThere, $"No {name} on the PATH or in the folder that BGPLB_TOOLS names");
        }
    }
}
