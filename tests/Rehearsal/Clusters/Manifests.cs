using System.Text.Json.Nodes;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Clusters;

namespace BgpLb.Tests.Rehearsal.Clusters;

/// <summary>Objects as our own graph makes them, short to write.</summary>
internal static class Manifests
{
    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    /// <summary>A manifest of any kind of <c>cilium.io/v2</c>.</summary>
    public static JsonObject Custom(string kind, string name, string spec, string labels = "{}") =>
        Json(
            $$$"""
            {"apiVersion": "cilium.io/v2", "kind": "{{{kind}}}", "metadata": {"name": "{{{name}}}", "labels": {{{labels}}}}, "spec": {{{spec}}} }
            """
        );

    public static JsonObject Pool(string name, string blocks, string more = "") =>
        Custom("CiliumLoadBalancerIPPool", name, $$$"""{"blocks": [{{{blocks}}}]{{{more}}} }""");

    public static JsonObject PeerConfig(string name = "peers", string more = "", string families = "\"ipv4\"") =>
        Custom(
            "CiliumBGPPeerConfig",
            name,
            $$$"""
            {"timers": {"connectRetryTimeSeconds": 1, "holdTimeSeconds": 9, "keepAliveTimeSeconds": 3}{{{more}}}, "families": [
              {"afi": {{{families}}}, "safi": "unicast", "advertisements": {"matchLabels": {"advertise": "vips"}} }]}
            """
        );

    public static JsonObject Advertisement(string communities = "\"64512:100\"") =>
        Custom(
            "CiliumBGPAdvertisement",
            "vips",
            $$$"""
            {"advertisements": [{"advertisementType": "Service", "service": {"addresses": ["LoadBalancerIP"]},
              "selector": {"matchExpressions": [{"key": "announce", "operator": "NotIn", "values": ["false"]}]},
              "attributes": {"communities": {"standard": [{{{communities}}}]}} }]}
            """,
            """{"advertise": "vips"}"""
        );

    public static JsonObject ClusterConfig(
        string name = "nodes",
        string peerConfig = "peers",
        string selector = "{}",
        string router = "172.29.51.1"
    ) =>
        Custom(
            "CiliumBGPClusterConfig",
            name,
            $$$"""
            {"nodeSelector": {{{selector}}}, "bgpInstances": [{"name": "lab", "localASN": 64512, "peers": [
              {"name": "gateway", "peerAddress": "{{{router}}}", "peerASN": 64513, "peerConfigRef": {"name": "{{{peerConfig}}}"}}]}]}
            """
        );

    public static JsonObject Service(string name, string spec = "", string labels = "{}", string annotations = "{}") =>
        Json(
            $$$"""
            {"apiVersion": "v1", "kind": "Service",
              "metadata": {"name": "{{{name}}}", "labels": {{{labels}}}, "annotations": {{{annotations}}}},
              "spec": {"type": "LoadBalancer"{{{spec}}}}}
            """
        );

    /// <param name="endpoints">As <c>{"nodeName": "n1", "conditions": {}}</c>.</param>
    public static JsonObject Slice(string service, string endpoints) =>
        Json(
            $$$"""
            {"apiVersion": "discovery.k8s.io/v1", "kind": "EndpointSlice", "addressType": "IPv4",
              "metadata": {"name": "{{{service}}}-1", "labels": {"kubernetes.io/service-name": "{{{service}}}"}},
              "endpoints": [{{{endpoints}}}]}
            """
        );

    public static JsonObject Secret(string data = "{\"password\": \"first\"}") =>
        Json(
            $$$"""
            {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "bgp", "namespace": "kube-system"},
              "stringData": {{{data}}}}
            """
        );

    public static JsonObject Values(string more = "") =>
        Json($$$"""{"bgpControlPlane": {"enabled": true, "secretsNamespace": {"name": "kube-system"}}{{{more}}} }""");

    /// <summary>A condition as TYPE STATUS REASON MESSAGE.</summary>
    public static string? Condition(JsonObject manifest, string type) =>
        manifest["status"]
            ?["conditions"]?.AsArray()
            .Where(condition => condition!["type"]!.ToString() == type)
            .Select(condition => $"{condition!["status"]} {condition["reason"]} {condition["message"]}".TrimEnd())
            .SingleOrDefault();

    public static string[] Addresses(JsonObject service) =>
        [
            .. service["status"]?["loadBalancer"]?["ingress"]?.AsArray().Select(ingress => ingress!["ip"]!.ToString())
                ?? [],
        ];

    public static JsonObject Named(ICluster cluster, string kind, string name, string apiVersion = "cilium.io/v2") =>
        cluster.List(apiVersion, kind).Single(found => found["metadata"]!["name"]!.ToString() == name);
}
