using BgpLb.Addressing;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Cilium;

/// <summary>Helm values for a BGP-only, observable Cilium that fits the distribution. Deterministic.</summary>
internal static class ReleaseValues
{
    /// <summary>The distribution's values, under the user's own, under those that BGP needs.</summary>
    public static Fields Of(StackSettings settings) =>
        DistributionValues
            .Of(settings.Cluster)
            .Merge(Observability)
            .Merge(settings.Cilium.Values)
            .Merge(Datapath(settings))
            .Merge(Bgp(settings));

    private static Fields Observability { get; } =
        Fields.Of(
            ("prometheus", Fields.Of(("enabled", true))),
            ("operator", Fields.Of(("prometheus", Fields.Of(("enabled", true))), ("rollOutPods", true))),
            ("rollOutCiliumPods", true),
            (
                "hubble",
                Fields.Of(
                    ("enabled", true),
                    ("metrics", Fields.Of(("enabled", Items.Of("dns", "drop", "tcp", "flow", "port-distribution"))))
                )
            )
        );

    private static Fields Bgp(StackSettings settings) =>
        Fields.Of(
            (
                "bgpControlPlane",
                Fields.Of(
                    ("enabled", true),
                    ("secretsNamespace", Fields.Of(("create", false), ("name", settings.Cilium.Namespace))),
                    ("statusReport", Fields.Of(("enabled", true)))
                )
            ),
            ("l2announcements", Fields.Of(("enabled", false))),
            ("enableLBIPAM", true),
            ("defaultLBServiceIPAM", settings.Cluster.Distribution == Distribution.Harvester ? "none" : "lbipam")
        );

    private static Fields Datapath(StackSettings settings)
    {
        var cilium = settings.Cilium;
        var isNative = cilium.RoutingMode == RoutingMode.Native;
        var isDirect = cilium.LoadBalancerMode != LoadBalancerMode.Snat;
        var needsGeneve = !isNative && isDirect;
        var apiServer = settings.Cluster.ApiServer ?? DistributionValues.ApiServerOf(settings.Cluster.Distribution);
        return Fields.Of(
            ("kubeProxyReplacement", cilium.KubeProxyReplacement),
            ("k8sServiceHost", cilium.KubeProxyReplacement ? (Value?)apiServer?.Host : null),
            ("k8sServicePort", cilium.KubeProxyReplacement ? (Value?)apiServer?.Port : null),
            ("routingMode", Kinds.Written(cilium.RoutingMode)),
            // Routes between nodes need one network that all of them are in.
            ("autoDirectNodeRoutes", isNative && settings.Cluster.NodeGroups.Length == 1),
            ("tunnelProtocol", needsGeneve ? "geneve" : null),
            ("ipv4NativeRoutingCIDR", isNative ? NativeCidr(settings, IpFamily.IPv4) : null),
            ("ipv6NativeRoutingCIDR", isNative ? NativeCidr(settings, IpFamily.IPv6) : null),
            ("ipv4", Fields.Of(("enabled", HasPods(settings, IpFamily.IPv4)))),
            ("ipv6", Fields.Of(("enabled", HasPods(settings, IpFamily.IPv6)))),
            (
                "loadBalancer",
                Fields.Of(
                    ("mode", Kinds.Written(cilium.LoadBalancerMode)),
                    ("algorithm", Kinds.Written(cilium.Algorithm)),
                    ("dsrDispatch", needsGeneve ? "geneve" : null)
                )
            )
        );
    }

    private static bool HasPods(StackSettings settings, IpFamily family) =>
        settings.Cluster.PodCidrs.Any(cidr => cidr.Family == family);

    private static Value? NativeCidr(StackSettings settings, IpFamily family)
    {
        var cidr = settings.Cluster.PodCidrs.Where(cidr => cidr.Family == family).Take(1).ToArray();
        return cidr is [var first] ? (Value)first.ToString() : null;
    }
}
