using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>The kinds of an object exist in the release that reads it.</summary>
internal static class RemovedKinds
{
    private const string Policy = "CiliumBGPPeeringPolicy";

    private static readonly string[] Kinds =
    [
        "CiliumBGPAdvertisement",
        "CiliumBGPClusterConfig",
        "CiliumBGPNodeConfig",
        "CiliumBGPNodeConfigOverride",
        "CiliumBGPPeerConfig",
        "CiliumLoadBalancerIPPool",
    ];

    public static Rule Rule { get; } =
        new()
        {
            Name = "removed-kinds",
            Demand = "Every Cilium object is of a kind that the stack's release of Cilium has.",
            Why =
                "CiliumBGPPeeringPolicy is gone since 1.19, and with it every session that it described. The BGP kinds "
                + "and pools are cilium.io/v2 since 1.18; before, the API server refuses them.",
            Remedy =
                "Describe a CiliumBGPPeeringPolicy's sessions in the stack file and delete it before cilium.version goes "
                + "to 1.19.",
            Wrong = "cilium: { version: 1.19.6 }\n# beside an object of kind CiliumBGPPeeringPolicy",
            Right = "cilium: { version: 1.19.6 }\n# sessions by CiliumBGPClusterConfig only",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack) =>
        from cilium in Installation.Of(stack)
        from resource in stack.Resources
        from message in Judge(resource, cilium)
        select new Violation(resource.Root, message);

    private static IEnumerable<string> Judge(StackResource resource, Installation cilium)
    {
        if (resource.Kind == Policy && cilium.KnownRelease.IsAtLeast(1, 19))
        {
            yield return $"{resource} is of a kind that Cilium {cilium.Version.Shown} does not have: it is gone since 1.19.";
        }

        if (
            resource.Type.StartsWith("kubernetes:cilium.io/v2:", StringComparison.Ordinal)
            && Kinds.Contains(resource.Kind)
            && !cilium.KnownRelease.IsAtLeast(1, 18)
        )
        {
            yield return $"{resource} is cilium.io/v2, which Cilium {cilium.Version.Shown} does not have: it comes with 1.18.";
        }
    }
}
