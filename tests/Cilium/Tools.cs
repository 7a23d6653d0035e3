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
            Repository.Require(Find(name) is not null, $"{name} on the PATH or in the folder that BGPLB_TOOLS names");
        }
    }
}
