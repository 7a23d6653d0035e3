using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Stacks.Yaml;

namespace BgpLb.Stacks.Render;

/// <summary>A stack as files, for those who deploy by GitOps. Pure: the same stack is the same bytes.</summary>
internal static class Rendering
{
    public static ImmutableArray<RenderedFile> Of(PlannedStack planned)
    {
        ImmutableArray<RenderedFile> files =
        [
            ValuesOf(planned.Design.Release),
            .. KubernetesFiles.Of(planned.Graph),
            .. RouterFiles.Of(planned).Select(pair => pair.File),
        ];
        return [Readme.Of(planned.Design, files), .. files];
    }

    private static RenderedFile ValuesOf(ReleaseDesign release)
    {
        var source = release.Repository.Length > 0 ? $"{release.Chart} of {release.Repository}" : release.Chart;
        return new(
            "cilium/values.yaml",
            $"# Release {release.Namespace}/{release.Name}: chart {source}, version {release.Version}\n"
                + YamlText.Of(release.Values),
            $"Helm values of release {release.Namespace}/{release.Name}: chart {source}, version {release.Version}"
        );
    }
}
