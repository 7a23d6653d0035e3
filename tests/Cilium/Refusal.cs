using System.Text.Json.Nodes;

namespace BgpLb.Tests.Cilium;

/// <summary>An object of the prod stack with one mistake, and what the API server says to it.</summary>
internal sealed record Refusal(Manifest Manifest, string Message)
{
    private static readonly Dictionary<string, Refusal> All = new(StringComparer.Ordinal)
    {
        ["a misspelt field"] = Of(
            "CiliumLoadBalancerIPPool",
            spec => spec["alowFirstLastIPs"] = "Yes",
            ".spec.alowFirstLastIPs: field not declared in schema"
        ),
        ["a misspelt field deep inside"] = Of(
            "CiliumBGPPeerConfig",
            spec => spec["timers"]!["holdTime"] = 9,
            ".spec.timers.holdTime: field not declared in schema"
        ),
        ["a misspelt field of an ExternalSecret"] = Of(
            "ExternalSecret",
            spec => spec["target"]!["creation"] = "Owner",
            ".spec.target.creation: field not declared in schema"
        ),
        ["a boolean for a text"] = Of(
            "CiliumLoadBalancerIPPool",
            spec => spec["allowFirstLastIPs"] = true,
            "spec.allowFirstLastIPs"
        ),
        ["a Service advertisement without service"] = Of(
            "CiliumBGPAdvertisement",
            spec => spec["advertisements"]![0]!.AsObject().Remove("service"),
            "service field is required"
        ),
        ["an unknown kind of address"] = Of(
            "CiliumBGPAdvertisement",
            spec => spec["advertisements"]![0]!["service"]!["addresses"]![0] = "PodIP",
            "Unsupported value: \"PodIP\""
        ),
        ["a community part above 65535"] = Of(
            "CiliumBGPAdvertisement",
            spec => spec["advertisements"]![0]!["attributes"]!["communities"]!["standard"]![0] = "64512:65536",
            "should match"
        ),
        ["a hold time below 3"] = Of(
            "CiliumBGPPeerConfig",
            spec => spec["timers"]!["holdTimeSeconds"] = 2,
            "should be greater than or equal to 3"
        ),
        ["a short hold time without a keepalive time"] = Of(
            "CiliumBGPPeerConfig",
            spec => spec["timers"]!.AsObject().Remove("keepAliveTimeSeconds"),
            "keepAliveTimeSeconds can not be larger than holdTimeSeconds"
        ),
        ["graceful restart without enabled"] = Of(
            "CiliumBGPPeerConfig",
            spec => spec["gracefulRestart"]!.AsObject().Remove("enabled"),
            "spec.gracefulRestart.enabled: Required value"
        ),
        ["two instances of one name"] = Of(
            "CiliumBGPClusterConfig",
            spec => spec["bgpInstances"]!.AsArray().Add(spec["bgpInstances"]![0]!.DeepClone()),
            "duplicate"
        ),
    };

    public static TheoryData<string> Names { get; } = new(All.Keys);

    public static Refusal Named(string name) => All[name];

    private static Refusal Of(string kind, Action<JsonNode> change, string message) =>
        new(
            Manifest.Of(Shipped.Graph(Shipped.Prod)).First(m => m.Kind == kind).With(json => change(json["spec"]!)),
            message
        );
}
