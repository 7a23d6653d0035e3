using BgpLb.Rehearsal.Clusters.Cilium;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>What in a lab stands in for something else.</summary>
internal static class StandIns
{
    public static IReadOnlyList<string> Of(StackLab lab)
    {
        var all = new List<string>
        {
            lab.Cluster is CiliumCluster
                ? "The Helm chart is not rendered: Cilium's operator and agents are started with the release's BGP values."
                : "gobgpd speaks for Cilium's agents; objects, conditions and addresses follow this program's reading of Cilium.",
            "No datapath and no pods: a node answers for the load-balancer addresses that it would serve.",
            "The routers are reached at the lab's addresses with the lab's keys, as root.",
            $"The revert timer is {lab.Place.RevertAfter?.TotalSeconds:0} s.",
        };
        if (lab.Settings.Bgp.Password.Source == PasswordSource.External)
        {
            all.Add("The password is made up; what External Secrets would fetch is written by the lab.");
        }

        foreach (var router in lab.Settings.Routers)
        {
            all.Add(
                router.Dialect switch
                {
                    Dialect.Vyos =>
                        $"{router.Name}: a stand-in for VyOS's shell, whose commits a real FRR runs; no VyOS runs here.",
                    Dialect.Unifi => $"{router.Name}: a real FRR from Debian, not a UniFi gateway.",
                    _ => $"{router.Name}: a real FRR from Debian.",
                }
            );
        }

        return all;
    }
}
