using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Routers;

/// <summary>An update that ends before the sessions stand has proven nothing.</summary>
internal static class ConfirmedLast
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
            Name = "confirmed-last",
            Demand = "Every router that is changed confirms its sessions, after all of the cluster's side.",
            Why =
                "Without it an update succeeds while no session stands; and a confirmation that comes too early vouches for what was before.",
            Remedy =
                "Let a RouterConfirmation of the router depend on every pool, peer config, advertisement and cluster config.",
            Wrong = "create: sleep 60 # by then the sessions will stand",
            Right = "RouterConfirmation udm-pro, depending on AddressPools and BgpPeering",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var byUrn = stack.Resources.ToLookup(resource => resource.Urn, StringComparer.Ordinal);
        var roots = stack.Resources.Where(IsClusterSide).ToLookup(resource => RootOf(resource, byUrn));
        foreach (var router in RouterParts.Of(stack))
        {
            if (!router.Confirmations.Any(one => one.Commands.Count > 0))
            {
                yield return new(
                    router.Change.Root,
                    $"{router.Change.Name} is changed, and nobody confirms that its sessions stand."
                );
            }

            var before = roots[RootOf(router.Change, byUrn)].Concat(router.Commands).ToArray();
            foreach (var command in router.Confirmations.SelectMany(one => one.Commands))
            {
                if (command["create"].Text?.TrimStart().StartsWith("sleep ", StringComparison.Ordinal) == true)
                {
                    yield return new(
                        command["create"],
                        $"{command.Name} waits for a fixed time, and not for the sessions of {router.Change.Name}."
                    );
                }

                var missing = Missing(command, before, byUrn);
                if (missing.Length > 0)
                {
                    yield return new(command.Root, $"{command.Name} does not wait for {Named(missing)}.");
                }
            }
        }
    }

    private static bool IsClusterSide(StackResource resource) => Kinds.Contains(resource.Kind);

    /// <summary>The component right under the stack that it belongs to: what stands beside the program is not waited for.</summary>
    private static string RootOf(StackResource resource, ILookup<string, StackResource> byUrn)
    {
        var root = resource;
        while (root.Parent is { } parent && byUrn[parent].FirstOrDefault() is { Parent: not null } above)
        {
            root = above;
        }

        return root.Urn;
    }

    /// <summary>Those of <paramref name="wanted"/> that a resource does not depend on, be it by way of others.</summary>
    private static StackResource[] Missing(
        StackResource resource,
        StackResource[] wanted,
        ILookup<string, StackResource> byUrn
    )
    {
        var reached = new HashSet<string>(resource.Dependencies, StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var urn))
        {
            foreach (var next in byUrn[urn].SelectMany(found => found.Dependencies).Where(reached.Add))
            {
                open.Enqueue(next);
            }
        }

        return [.. wanted.Where(one => !reached.Contains(one.Urn))];
    }

    private static string Named(StackResource[] missing) =>
        missing.Length == 1 ? $"{missing[0]}" : $"{missing[0]} and {missing.Length - 1} more";
}
