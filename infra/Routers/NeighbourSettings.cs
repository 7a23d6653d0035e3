using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers;

/// <summary>What makes the kernel probe its neighbours, on the nodes' links only.</summary>
internal static class NeighbourSettings
{
    public static ImmutableArray<KernelSetting> Of(RouterDesign router) =>
        router.ProbesNeighbours ? [.. router.Families.SelectMany(family => Of(family.Family))] : [];

    private static ImmutableArray<KernelSetting> Of(IpFamily family)
    {
        KernelSetting Setting(string name, int value, string purpose) =>
            new($"net.{(family == IpFamily.IPv4 ? "ipv4" : "ipv6")}.neigh.*.{name}", value, purpose);
        return
        [
            Setting(
                "base_reachable_time_ms",
                Milliseconds(NeighbourProbing.Reachable),
                "how long a sign of life counts"
            ),
            Setting("delay_first_probe_time", 0, "then ask at once"),
            Setting("retrans_time_ms", Milliseconds(NeighbourProbing.Interval), "and again"),
            Setting("ucast_solicit", NeighbourProbing.Probes, "so often, before a neighbour counts as dead"),
            Setting("mcast_solicit", NeighbourProbing.Resolutions, "look for an unknown one for 3 s, as before"),
        ];
    }

    private static int Milliseconds(TimeSpan span) => (int)span.TotalMilliseconds;
}
