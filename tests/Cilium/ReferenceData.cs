using System.Text.Json.Nodes;
using BgpLb.Settings.Reading;

namespace BgpLb.Tests.Cilium;

/// <summary>
/// What Cilium and External Secrets ship: data to test against that is no part of the project. It lies beside the
/// project's folder or where BGPLB_SHARED says.
/// </summary>
internal static class ReferenceData
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("BGPLB_SHARED") is { Length: > 0 } given
        ? given
        : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The releases of Cilium that there is data for.</summary>
    public static TheoryData<string> Versions { get; } = new("1.18.0", "1.19.0", "1.20.0");

    public static IEnumerable<object[]> VersionsAndStacks =>
        from object[] version in Versions
        from object[] stack in Shipped.Stacks
        select new[] { version[0], stack[0] };

    public static bool IsThere => Directory.Exists(Path.Combine(Folder, "cilium"));

    /// <summary>Skips the test that asks, saying why, where the data is not at hand.</summary>
    public static void Require() =>
        Skip.IfNot(IsThere, $"No reference data in {Folder}; BGPLB_SHARED may name another folder");

    public static string ChartFile(string version, string name) => Path.Combine(Folder, "cilium", version, name);

    /// <summary>The folders with the definitions of all kinds that the stacks use.</summary>
    public static string[] DefinitionFolders(string version) =>
        [
            .. Directory.GetDirectories(Path.Combine(Folder, "cilium", version, "crds")),
            .. Directory
                .GetDirectories(Path.Combine(Folder, "external-secrets"))
                .Select(release => Path.Combine(release, "crds")),
        ];

    public static JsonNode ReadYaml(string path)
    {
        using var reader = File.OpenText(path);
        return ClearJson.Of(FreeValue.Of(YamlNodes.Read(reader)!, "", new Problems()))!;
    }
}
