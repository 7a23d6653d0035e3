using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Stacks.Pages;
using BgpLb.Stacks.Yaml;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>For a release that somebody else installs: the values that BGP needs there.</summary>
internal static class NeededValues
{
    public static void Write(Page page, ReleaseDesign release)
    {
        if (release.Management == Management.External)
        {
            page.Heading($"Helm values that {release.Namespace}/{release.Name} needs");
            page.Verbatim(YamlText.Of(release.Values));
        }
    }
}
