using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Cilium;

/// <summary>What the chart makes of the release's values for the parts that run here: command-line flags.</summary>
internal static class Values
{
    private static readonly string[] RateLimits = ["qps", "burst"];

    /// <summary>Whether there are any sessions.</summary>
    public static bool HasBgp(JsonObject values) => values["bgpControlPlane"]?["enabled"]?.GetValue<bool>() ?? false;

    /// <summary>The namespace of the secrets that peer configs refer to.</summary>
    public static string SecretsNamespace(JsonObject values) =>
        $"{values["bgpControlPlane"]?["secretsNamespace"]?["name"] ?? "kube-system"}";

    /// <summary>The flags that operator and agents have in common.</summary>
    public static IEnumerable<string> Flags(JsonObject values)
    {
        var bgp = values["bgpControlPlane"];
        yield return $"--bgp-secrets-namespace={SecretsNamespace(values)}";
        foreach (
            var (flag, value) in new (string, JsonNode?)[]
            {
                ("enable-ipv4", values["ipv4"]?["enabled"]),
                ("enable-ipv6", values["ipv6"]?["enabled"]),
                ("enable-lb-ipam", values["enableLBIPAM"]),
                ("default-lb-service-ipam", values["defaultLBServiceIPAM"]),
                ("enable-bgp-control-plane-status-report", bgp?["statusReport"]?["enabled"]),
                ("bgp-router-id-allocation-mode", bgp?["routerIDAllocation"]?["mode"]),
                ("bgp-router-id-allocation-ip-pool", bgp?["routerIDAllocation"]?["ipPool"]),
            }
        )
        {
            if (value is not null && $"{value}".Length > 0)
            {
                yield return $"--{flag}={value}";
            }
        }
    }

    /// <summary>The operator's own: how fast it may speak to the API server, which is how fast addresses are given out.</summary>
    public static IEnumerable<string> OperatorFlags(JsonObject values)
    {
        var limit = values["k8sClientRateLimit"]?["operator"];
        return RateLimits.Where(name => limit?[name] is not null).Select(name => $"--k8s-client-{name}={limit![name]}");
    }
}
