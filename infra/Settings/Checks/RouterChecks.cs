using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Every router can be dialled by every node group.</summary>
internal static class RouterChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        for (var i = 0; i < settings.Routers.Length; i++)
        {
            var router = settings.Routers[i];
            var path = $"routers[{i}]";
            if (router.Addresses.IsEmpty && settings.Routers.Length > 1 && !problems.Touch($"{path}.addresses"))
            {
                problems.Add(
                    $"{path}.addresses",
                    "nothing",
                    "the router's own address in each node group's subnets, as there are several routers"
                );
            }

            CheckReach(settings, router, path, problems);
            CheckListenLimit(settings, router, path, problems);
            CheckRestart(settings, router, path, problems);
        }
    }

    private static void CheckReach(StackSettings settings, RouterSettings router, string path, Problems problems)
    {
        if (router.Addresses.IsEmpty || problems.Touch($"{path}.addresses", "cluster.nodeGroups"))
        {
            return;
        }

        Prefix[] peered =
        [
            .. settings
                .Cluster.NodeGroups.SelectMany(group => group.Subnets.Where(subnet => group.Peers(subnet.Family)))
                .Distinct(),
        ];
        foreach (var subnet in peered)
        {
            if (router.Addresses.Count(subnet.Contains) is var count and not 1)
            {
                problems.Add($"{path}.addresses", $"{count} addresses within {subnet}", "exactly one per subnet");
            }
        }

        for (var i = 0; i < router.Addresses.Length; i++)
        {
            if (!peered.Any(subnet => subnet.Contains(router.Addresses[i])))
            {
                problems.Add(
                    $"{path}.addresses[{i}]",
                    $"{router.Addresses[i]}",
                    $"an address within {string.Join(" or ", peered)}"
                );
            }
        }
    }

    private static void CheckListenLimit(StackSettings settings, RouterSettings router, string path, Problems problems)
    {
        const int Most = 5000;
        var groups = settings.Cluster.NodeGroups;
        var families =
            (groups.Any(group => group.Peers(IpFamily.IPv4)) ? 1 : 0)
            + (groups.Any(group => group.Peers(IpFamily.IPv6)) ? 1 : 0);
        var sessions = groups.Sum(group => group.Count * group.Gateways.Length) + (router.SpareNodes * families);
        if (!problems.Touch("cluster.nodeGroups", $"{path}.spareNodes") && sessions > Most)
        {
            problems.Add(
                $"{path}.spareNodes",
                $"{router.SpareNodes}, which makes {sessions} sessions",
                $"so few that the router has {Most} sessions at most, its listen limit"
            );
        }
    }

    /// <summary>Before 8.3 FRR cannot tell a restart from a death: it would keep a dead node's routes.</summary>
    private static void CheckRestart(StackSettings settings, RouterSettings router, string path, Problems problems)
    {
        if (
            settings.Bgp.GracefulRestart.IsEnabled
            && router.Dialect != Dialect.Vyos
            && !problems.Touch($"{path}.version", $"{path}.dialect", "bgp.gracefulRestart")
            && RouterSettings.Release(router.Version) is { } release
            && release.CompareTo((8, 3)) < 0
        )
        {
            problems.Add(
                $"{path}.version",
                $"\"{router.Version}\" with bgp.gracefulRestart",
                "FRR 8.3 or later, or no graceful restart: before, a dead node's routes stay for the restart time"
            );
        }
    }
}
