using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>What carries traffic is not deleted by mistake.</summary>
internal static class DeletionProtected
{
    private static readonly string[] Kinds =
    [
        "CiliumLoadBalancerIPPool",
        "CiliumBGPPeerConfig",
        "CiliumBGPAdvertisement",
        "CiliumBGPClusterConfig",
    ];

    public static Rule Rule { get; } =
        new()
        {
            Name = "deletion-protected",
            Demand =
                "In stacks named prod or production, and wherever a part is protected, every part that carries traffic is.",
            Why =
                "One line less in the stack file, or one destroy in the wrong stack, takes all addresses off the network.",
            Remedy = "Set protect: true in the stack file; what stands beside the program takes the option protect.",
            Wrong = "protect: false # in Pulumi.prod.yaml",
            Right = "protect: true",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var parts = stack
            .Resources.Where(resource => Kinds.Contains(resource.Kind))
            .Concat(RouterParts.Of(stack).SelectMany(router => router.Commands))
            .ToArray();
        var because =
            stack.Name is "prod" or "production" ? $"the stack is {stack.Name}"
            : parts.FirstOrDefault(part => part.IsProtected) is { } one ? $"{one} is protected"
            : null;
        return because is null
            ? []
            : parts
                .Where(part => !part.IsProtected)
                .Select(part => new Violation(part.Root, $"{part} can be deleted by mistake, while {because}."));
    }
}
