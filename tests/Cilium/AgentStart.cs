using System.Text.Json.Nodes;

namespace BgpLb.Tests.Cilium;

/// <summary>What Cilium's agent refuses to start with, judged on values as the chart completes them.</summary>
internal static class AgentStart
{
    private static readonly string[] Modes = ["snat", "dsr", "hybrid"];
    private static readonly string[] Algorithms = ["random", "maglev"];
    private static readonly string[] Dispatches = ["opt", "ipip", "geneve"];

    public static IEnumerable<string> Refusals(JsonObject values) =>
        Balancing(values).Concat(Routing(values)).Concat(Addressing(values));

    /// <summary>Not looked at while kube-proxy does the work.</summary>
    private static IEnumerable<string> Balancing(JsonObject values)
    {
        if (Text(values, "kubeProxyReplacement", "false") != "true")
        {
            yield break;
        }

        var mode = Text(values, "loadBalancer.mode", "snat");
        var dispatch = Text(values, "loadBalancer.dsrDispatch", "opt");
        var isDirect = mode != "snat";
        var isGeneve = Text(values, "tunnelProtocol", "vxlan") == "geneve";
        if (!Modes.Contains(mode, StringComparer.Ordinal))
        {
            yield return $"unknown mode {mode}";
        }

        if (!Algorithms.Contains(Text(values, "loadBalancer.algorithm", "random"), StringComparer.Ordinal))
        {
            yield return "unknown algorithm";
        }

        if (!Dispatches.Contains(dispatch, StringComparer.Ordinal))
        {
            yield return $"unknown dispatch {dispatch}";
        }

        if (isDirect && IsTunnelled(values) && !isGeneve)
        {
            yield return "direct server return through a VXLAN tunnel";
        }

        if (isDirect && IsTunnelled(values) && dispatch != "geneve")
        {
            yield return "direct server return in tunnel mode without geneve dispatch";
        }

        if (dispatch == "geneve" && !isGeneve)
        {
            yield return "geneve dispatch with another tunnel protocol";
        }

        if (
            Text(values, "loadBalancer.acceleration", "disabled") != "disabled"
            && Text(values, "underlayProtocol", "ipv4") == "ipv6"
        )
        {
            yield return "acceleration with an IPv6 underlay";
        }
    }

    private static IEnumerable<string> Routing(JsonObject values)
    {
        if (IsTunnelled(values) && Text(values, "autoDirectNodeRoutes", "false") == "true")
        {
            yield return "direct node routes in tunnel mode";
        }

        foreach (var (family, isOn) in new[] { ("4", "true"), ("6", "false") })
        {
            if (
                !IsTunnelled(values)
                && Text(values, $"ipv{family}.enabled", isOn) == "true"
                && Text(values, $"enableIPv{family}Masquerade", "true") == "true"
                && Text(values, $"ipv{family}NativeRoutingCIDR", "").Length == 0
            )
            {
                yield return $"native routing with IPv{family} masquerading and no native network";
            }
        }
    }

    private static IEnumerable<string> Addressing(JsonObject values)
    {
        if (Text(values, "ipv4.enabled", "true") != "true" && Text(values, "ipv6.enabled", "false") != "true")
        {
            yield return "neither IPv4 nor IPv6";
        }
    }

    private static bool IsTunnelled(JsonObject values) => Text(values, "routingMode", "tunnel") == "tunnel";

    /// <summary>A value as a text, or what the chart takes where there is none.</summary>
    private static string Text(JsonNode? values, string path, string fallback) =>
        path.Split('.').Aggregate(values, (at, step) => (at as JsonObject)?[step])?.ToString() is { Length: > 0 } text
            ? text
            : fallback;
}
