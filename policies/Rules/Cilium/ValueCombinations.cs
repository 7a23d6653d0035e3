using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>What the agent refuses to start with, judged on values as the chart completes them.</summary>
internal static class ValueCombinations
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "value-combinations",
            Demand = "Cilium's agent starts with the release's values.",
            Why = "Helm takes values that the agent refuses: it then restarts in a loop on every node that is rolled.",
            Remedy =
                "Decide by cilium.routingMode, cilium.loadBalancerMode, cilium.algorithm and cluster.podCidrs, and take "
                + "the value out of cilium.values.",
            Wrong = "routingMode: tunnel\ntunnelProtocol: vxlan\nloadBalancer: { mode: dsr }",
            Right = "routingMode: tunnel\ntunnelProtocol: geneve\nloadBalancer: { mode: dsr, dsrDispatch: geneve }",
            Each = resource => Installation.Of(resource) is { } cilium ? Judge(cilium) : [],
        };

    private static IEnumerable<Violation> Judge(Installation cilium) =>
        // While kube-proxy does the work, the agent does not look at how it would balance.
        (cilium.IsOn("kubeProxyReplacement", otherwise: false) ? Balancing(cilium) : [])
            .Concat(Routing(cilium))
            .Concat(Addressing(cilium));

    private static IEnumerable<Violation> Balancing(Installation cilium) =>
        Choice(cilium, "loadBalancer.mode", "snat", "dsr", "hybrid")
            .Concat(Choice(cilium, "loadBalancer.algorithm", "random", "maglev"))
            .Concat(Choice(cilium, "loadBalancer.dsrDispatch", "opt", "ipip", "geneve"))
            .Concat(Tunnelling(cilium))
            .Concat(Acceleration(cilium));

    private static IEnumerable<Violation> Tunnelling(Installation cilium)
    {
        var dispatch = cilium.TextOf("loadBalancer.dsrDispatch", "opt");
        var isGeneve = cilium.TextOf("tunnelProtocol", "vxlan") == "geneve";
        if (IsTunnelled(cilium) && cilium.TextOf("loadBalancer.mode", "snat") is "dsr" or "hybrid")
        {
            if (!isGeneve)
            {
                yield return At(
                    cilium,
                    "tunnelProtocol",
                    "direct server return goes through no other tunnel than geneve"
                );
            }
            else if (dispatch != "geneve")
            {
                yield return At(cilium, "loadBalancer.dsrDispatch", "in tunnel mode direct server return needs geneve");
            }
        }
        else if (dispatch == "geneve" && !isGeneve)
        {
            yield return At(cilium, "tunnelProtocol", "dispatch by geneve needs geneve, in native routing too");
        }
    }

    private static IEnumerable<Violation> Acceleration(Installation cilium)
    {
        if (
            cilium.TextOf("loadBalancer.acceleration", "disabled") != "disabled"
            && cilium.TextOf("underlayProtocol", "ipv4") == "ipv6"
        )
        {
            yield return At(cilium, "loadBalancer.acceleration", "XDP does not go with an IPv6 underlay");
        }
    }

    private static IEnumerable<Violation> Routing(Installation cilium)
    {
        foreach (var violation in Choice(cilium, "routingMode", "tunnel", "native"))
        {
            yield return violation;
        }

        if (IsTunnelled(cilium) && cilium.IsOn("autoDirectNodeRoutes", otherwise: false))
        {
            yield return At(cilium, "autoDirectNodeRoutes", "in tunnel mode there are no direct routes between nodes");
        }
    }

    private static IEnumerable<Violation> Addressing(Installation cilium)
    {
        var families = new[]
        {
            ("4", cilium.IsOn("ipv4.enabled", otherwise: true)),
            ("6", cilium.IsOn("ipv6.enabled", otherwise: false)),
        };
        if (families.All(family => !family.Item2))
        {
            yield return At(cilium, "ipv4.enabled", "neither IPv4 nor IPv6 is on");
        }

        foreach (var (family, _) in families.Where(family => family.Item2 && NeedsNetwork(cilium, family.Item1)))
        {
            yield return At(
                cilium,
                $"ipv{family}NativeRoutingCIDR",
                $"native routing with masquerading of IPv{family} needs the network that is not masqueraded"
            );
        }
    }

    private static bool NeedsNetwork(Installation cilium, string family) =>
        cilium.TextOf("routingMode", "tunnel") == "native"
        && cilium.IsOn($"enableIPv{family}Masquerade", otherwise: true)
        && cilium.TextOf($"ipv{family}NativeRoutingCIDR", "").Length == 0
        // Both say by other means what is not masqueraded.
        && !cilium.IsOn("ipMasqAgent.enabled", otherwise: false)
        && !cilium.IsOn("nativeRoutingCIDRFromClusterPool", otherwise: false);

    private static bool IsTunnelled(Installation cilium) => cilium.TextOf("routingMode", "tunnel") == "tunnel";

    /// <param name="choices">The first is what the chart takes where there is nothing.</param>
    private static IEnumerable<Violation> Choice(Installation cilium, string path, params string[] choices)
    {
        if (!choices.Contains(cilium.TextOf(path, choices[0]), StringComparer.Ordinal))
        {
            yield return At(cilium, path, $"the agent knows {string.Join(", ", choices)} only");
        }
    }

    private static Violation At(Installation cilium, string path, string because) =>
        new(cilium.Value(path), $"{path} of {cilium.Values.Resource} is {cilium.Value(path).Shown}: {because}.");
}
