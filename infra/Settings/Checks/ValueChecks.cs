using BgpLb.Graph;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>The user's own Helm values contradict neither the stack nor each other.</summary>
internal static class ValueChecks
{
    /// <summary>Values that the program decides, and the setting that a person would use instead.</summary>
    private static readonly (string Path, string Allowed)[] Decided =
    [
        ("bgpControlPlane", "nothing: the program sets it"),
        ("defaultLBServiceIPAM", "nothing: the program sets it for the distribution"),
        ("enableLBIPAM", "nothing: the program sets it"),
        ("l2announcements", "nothing: addresses are announced by BGP only"),
        ("kubeProxyReplacement", "cilium.kubeProxyReplacement"),
        ("routingMode", "cilium.routingMode"),
        ("loadBalancer.mode", "cilium.loadBalancerMode"),
        ("loadBalancer.algorithm", "cilium.algorithm"),
        ("k8sServiceHost", "cluster.apiServer.host"),
        ("k8sServicePort", "cluster.apiServer.port"),
        ("ipv4NativeRoutingCIDR", "cluster.podCidrs"),
        ("ipv6NativeRoutingCIDR", "cluster.podCidrs"),
        ("ipv4.enabled", "an IPv4 network in cluster.podCidrs"),
        ("ipv6.enabled", "an IPv6 network in cluster.podCidrs"),
        ("autoDirectNodeRoutes", "nothing: the program sets it where all nodes share one network"),
    ];

    public static void Check(StackSettings settings, Problems problems)
    {
        var values = settings.Cilium.Values;
        foreach (var (path, allowed) in Decided)
        {
            if (Find(values, path) is not null)
            {
                problems.Add($"cilium.values.{path}", "a value that the program decides", allowed);
            }
        }

        CheckRemoved(settings, problems);
        CheckDispatch(settings, problems);
        CheckAcceleration(values, problems);
    }

    private static void CheckRemoved(StackSettings settings, Problems problems)
    {
        var values = settings.Cilium.Values;
        if (values["externalIPs"] is not null)
        {
            problems.Add("cilium.values.externalIPs", "a value that is gone since 1.17", "nothing");
        }

        if (Find(values, "nodePort.enabled") is not null && settings.Cilium.Version.IsAtLeast(1, 19))
        {
            problems.Add("cilium.values.nodePort.enabled", "a value that is gone since 1.19", "nothing");
        }
    }

    /// <summary>The agent refuses to start on direct server return through a tunnel that cannot carry it.</summary>
    private static void CheckDispatch(StackSettings settings, Problems problems)
    {
        var values = settings.Cilium.Values;
        var tunnel = (values["tunnelProtocol"] as Text)?.Content;
        var dispatch = (Find(values, "loadBalancer.dsrDispatch") as Text)?.Content;
        var isDirect = settings.Cilium.LoadBalancerMode != LoadBalancerMode.Snat;
        var isTunnelled = settings.Cilium.RoutingMode == RoutingMode.Tunnel;
        if (isDirect && isTunnelled && tunnel is not (null or "geneve"))
        {
            problems.Add(
                "cilium.values.tunnelProtocol",
                $"\"{tunnel}\" with cilium.loadBalancerMode {Kinds.Written(settings.Cilium.LoadBalancerMode)}",
                "geneve: the agent refuses to start on direct server return through VXLAN"
            );
        }

        if (dispatch is not (null or "opt" or "ipip" or "geneve"))
        {
            problems.Add("cilium.values.loadBalancer.dsrDispatch", $"\"{dispatch}\"", "opt, ipip or geneve");
        }
        else if (isDirect && isTunnelled && dispatch is not (null or "geneve"))
        {
            problems.Add("cilium.values.loadBalancer.dsrDispatch", $"\"{dispatch}\" in tunnel mode", "geneve");
        }

        if (dispatch == "geneve" && !(isDirect && isTunnelled) && tunnel != "geneve")
        {
            problems.Add(
                "cilium.values.loadBalancer.dsrDispatch",
                "\"geneve\" without tunnelProtocol geneve",
                "tunnelProtocol: geneve beside it, in native routing too: the agent refuses to start otherwise"
            );
        }
    }

    private static void CheckAcceleration(Fields values, Problems problems)
    {
        var acceleration = (Find(values, "loadBalancer.acceleration") as Text)?.Content;
        if (acceleration is not (null or "disabled") && values["underlayProtocol"] is Text { Content: "ipv6" })
        {
            problems.Add(
                "cilium.values.loadBalancer.acceleration",
                $"\"{acceleration}\" with underlayProtocol ipv6",
                "disabled: the agent refuses to start with both"
            );
        }
    }

    private static Value? Find(Fields values, string path)
    {
        Value? at = values;
        foreach (var step in path.Split('.'))
        {
            at = (at as Fields)?[step];
        }

        return at;
    }
}
