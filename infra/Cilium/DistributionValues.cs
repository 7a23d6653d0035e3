using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Cilium;

/// <summary>What Cilium needs to start on a distribution.</summary>
internal static class DistributionValues
{
    public static Fields Of(ClusterSettings cluster) =>
        cluster.Distribution switch
        {
            Distribution.Talos => Talos,
            Distribution.Harvester => Fields.Of(("ipam", Fields.Of(("mode", "kubernetes")))),
            _ => Fields.Empty,
        };

    /// <summary>Where agents find the API server without kube-proxy; null where nobody can know.</summary>
    public static EndpointSettings? ApiServerOf(Distribution distribution) =>
        distribution switch
        {
            // KubePrism.
            Distribution.Talos => new("localhost", 7445),
            // RKE2 serves the API on every node.
            Distribution.Harvester => new("127.0.0.1", 6443),
            _ => null,
        };

    /// <summary>Talos mounts cgroups itself, loads no modules on demand, and forwards DNS on the host.</summary>
    private static Fields Talos { get; } =
        Fields.Of(
            ("ipam", Fields.Of(("mode", "kubernetes"))),
            ("cgroup", Fields.Of(("autoMount", Fields.Of(("enabled", false))), ("hostRoot", "/sys/fs/cgroup"))),
            (
                "securityContext",
                Fields.Of(
                    (
                        "capabilities",
                        Fields.Of(
                            (
                                "ciliumAgent",
                                Items.Of(
                                    "CHOWN",
                                    "KILL",
                                    "NET_ADMIN",
                                    "NET_RAW",
                                    "IPC_LOCK",
                                    "SYS_ADMIN",
                                    "SYS_RESOURCE",
                                    "DAC_OVERRIDE",
                                    "FOWNER",
                                    "SETGID",
                                    "SETUID"
                                )
                            ),
                            ("cleanCiliumState", Items.Of("NET_ADMIN", "SYS_ADMIN", "SYS_RESOURCE"))
                        )
                    )
                )
            ),
            ("bpf", Fields.Of(("hostLegacyRouting", true)))
        );
}
