using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Tests.Cilium;

/// <summary>Services as users of a cluster write them.</summary>
internal static class ServiceManifest
{
    public static Manifest Namespace(string name) =>
        new(
            "kubernetes:core/v1:Namespace",
            new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Namespace",
                ["metadata"] = new JsonObject { ["name"] = name },
            }
        );

    public static Manifest Of(string name, string @namespace, JsonObject labels, params IpFamily[] families) =>
        new(
            "kubernetes:core/v1:Service",
            new JsonObject
            {
                ["apiVersion"] = "v1",
                ["kind"] = "Service",
                ["metadata"] = new JsonObject
                {
                    ["name"] = name,
                    ["namespace"] = @namespace,
                    ["labels"] = labels,
                },
                ["spec"] = new JsonObject
                {
                    ["type"] = "LoadBalancer",
                    ["ports"] = new JsonArray(new JsonObject { ["port"] = 80 }),
                    ["ipFamilyPolicy"] = families.Length > 1 ? "RequireDualStack" : "SingleStack",
                    ["ipFamilies"] = new JsonArray([.. families.Select(family => (JsonNode)$"{family}")]),
                },
            }
        );
}
