using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>What Cilium refuses to start with, or silently ignores.</summary>
internal static class CiliumChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        var cilium = settings.Cilium;
        if (problems.Touch("cilium", "cluster.apiServer", "cluster.distribution"))
        {
            return;
        }

        if (!cilium.KubeProxyReplacement && cilium.LoadBalancerMode != LoadBalancerMode.Snat)
        {
            problems.Add(
                "cilium.loadBalancerMode",
                Kinds.Written(cilium.LoadBalancerMode),
                "snat, or cilium.kubeProxyReplacement: true, which the other modes need"
            );
        }

        if (
            cilium is { KubeProxyReplacement: true, Management: not Management.External }
            && settings.Cluster is { Distribution: Distribution.Generic, ApiServer: null }
        )
        {
            problems.Add(
                "cluster.apiServer",
                "nothing",
                "host and port of the API server: without kube-proxy Cilium cannot find it by its Service"
            );
        }

        ValueChecks.Check(settings, problems);
    }
}
