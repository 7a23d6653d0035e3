using BgpLb.Graph;

namespace BgpLb.Stacks.Plan;

/// <summary>Resources by names that fit on a line.</summary>
internal static class ResourceWords
{
    /// <summary>Kind and name, as <c>CiliumLoadBalancerIPPool dev-default</c>.</summary>
    public static string Of(Resource resource) => $"{KindOf(resource)} {resource.Name}";

    /// <summary>The type token's last part, which Kubernetes calls the kind.</summary>
    private static string KindOf(Resource resource)
    {
        var last = resource.Type[(resource.Type.LastIndexOf(':') + 1)..];
        return resource.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal) ? $"{last} provider" : last;
    }
}
