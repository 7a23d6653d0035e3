using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>What of the release's Helm values matters here; what they leave out is as in the chart.</summary>
/// <param name="HasBgp">Whether the BGP control plane runs.</param>
/// <param name="SecretsNamespace">Where passwords are looked up.</param>
/// <param name="HasIpam">Whether LB-IPAM runs.</param>
/// <param name="IsIpamDefault">Whether LB-IPAM serves Services without a load-balancer class.</param>
internal sealed record ReleaseValues(
    bool HasBgp,
    string SecretsNamespace,
    bool HasIpam,
    bool IsIpamDefault,
    bool IPv4,
    bool IPv6
)
{
    public static ReleaseValues Of(JsonObject values) =>
        new(
            values.Flag("bgpControlPlane", "enabled") ?? false,
            values.Text("bgpControlPlane", "secretsNamespace", "name") ?? "kube-system",
            values.Flag("enableLBIPAM") ?? true,
            (values.Text("defaultLBServiceIPAM") ?? "lbipam") == "lbipam",
            values.Flag("ipv4", "enabled") ?? true,
            values.Flag("ipv6", "enabled") ?? false
        );
}
