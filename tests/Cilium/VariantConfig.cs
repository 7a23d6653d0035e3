using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Tests.Cilium;

/// <summary>A variant as the engine would hand its configuration over.</summary>
internal static class VariantConfig
{
    public static Dictionary<string, string> Of(Variant variant) =>
        new(StringComparer.Ordinal)
        {
            ["bgplb:cluster"] = Cluster(variant).ToJsonString(),
            ["bgplb:cilium"] = Cilium(variant).ToJsonString(),
            ["bgplb:vipSubnets"] = PerFamily(variant, "10.9.0.0/24", "fd00:9::/64").ToJsonString(),
            ["bgplb:pools"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "general",
                    ["general"] = true,
                    ["addresses"] = PerFamily(variant, "10.9.0.16/28", "fd00:9::10/124"),
                }
            ).ToJsonString(),
            ["bgplb:routers"] = """
                [{ "name": "router", "dialect": "frr", "asn": 64512, "routerId": "10.1.0.1",
                   "ssh": { "host": "10.1.0.1", "user": "root", "hostKey":
                     "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJPhEi+hLRzBPSO1FpPCTELt3bcZ0HB13NiYfn4q2jDp" } }]
                """,
        };

    private static JsonObject Cluster(Variant variant) =>
        new()
        {
            ["name"] = "cluster",
            ["distribution"] = Kinds.Written(variant.Distribution),
            ["asn"] = 64513,
            ["apiServer"] =
                variant.Distribution == Distribution.Generic ? new JsonObject { ["host"] = "10.1.0.2" } : null,
            ["podCidrs"] = PerFamily(variant, "10.244.0.0/16", "fd00:244::/56"),
            ["serviceCidrs"] = PerFamily(variant, "10.96.0.0/16", "fd00:96::/112"),
            ["nodeGroups"] = new JsonArray([.. Enumerable.Range(1, variant.Groups).Select(i => Group(variant, i))]),
        };

    private static JsonObject Group(Variant variant, int i) =>
        new()
        {
            ["name"] = $"group-{i}",
            ["labels"] = new JsonObject { ["group"] = $"{i}" },
            ["subnets"] = PerFamily(variant, $"10.1.{i}.0/24", $"fd00:1:{i}::/64"),
            ["gateways"] = PerFamily(variant, $"10.1.{i}.1", $"fd00:1:{i}::1"),
            ["nodes"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = $"node-{i}",
                    ["addresses"] = PerFamily(variant, $"10.1.{i}.11", $"fd00:1:{i}::11"),
                    ["routerId"] = $"10.1.{i}.11",
                }
            ),
        };

    private static JsonObject Cilium(Variant variant) =>
        new()
        {
            ["version"] = "1.20.2",
            ["routingMode"] = Kinds.Written(variant.Routing),
            ["loadBalancerMode"] = Kinds.Written(variant.Mode),
            ["kubeProxyReplacement"] = variant.ReplacesKubeProxy,
            ["values"] = JsonNode.Parse(variant.Own),
        };

    private static JsonArray PerFamily(Variant variant, string ipv4, string ipv6) =>
        new([.. variant.Families.Select(family => (JsonNode)(family == IpFamily.IPv4 ? ipv4 : ipv6))]);
}
