using BgpLb.Design;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>Which stack this is, in three lines.</summary>
internal static class Summary
{
    public static void Write(Page page, LoadBalancerDesign design)
    {
        page.Heading($"Stack {design.Stack} of {design.Project}");
        page.Line($"Cluster {design.Cluster.Name}: {Words.Of(design.Cluster.Distribution)}, AS {design.Cluster.Asn}");
        foreach (var router in design.Routers)
        {
            page.Line($"Router {router.Name}: {Words.Of(router)} at {router.Access.Target}, AS {router.Asn}");
        }

        var release = design.Release;
        page.Line(
            $"Cilium {release.Version}: {Words.Of(release.Management)} as release {release.Namespace}/{release.Name}"
        );
    }
}
