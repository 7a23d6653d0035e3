using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>The other stacks of the project keep clear of this one.</summary>
internal static class NeighbourChecks
{
    /// <param name="other">Another stack's settings, which may themselves be wrong; <paramref name="wrong"/> says where.</param>
    public static void Check(StackSettings mine, string name, StackSettings other, Problems wrong, Problems problems)
    {
        for (var i = 0; i < mine.VipSubnets.Length; i++)
        {
            var path = $"vipSubnets[{i}]";
            var theirs = other
                .VipSubnets.Select((subnet, j) => (subnet, Path: $"vipSubnets[{j}]", Use: "VIPs"))
                .Concat(AddressChecks.OtherNetworks(other).Where(network => IsShared(network.Path)));
            foreach (var (network, at, use) in theirs)
            {
                if (!problems.Touch(path) && !wrong.Touch(at) && mine.VipSubnets[i].Overlaps(network))
                {
                    problems.Add(
                        path,
                        $"{mine.VipSubnets[i]}, which overlaps {network} of stack {name} ({use}, {at})",
                        "a network that no other stack has"
                    );
                }
            }
        }

        if (SharesRouter(mine, other) && !wrong.Touch("routers") && !problems.Touch("routers"))
        {
            CheckPools(mine, name, other, wrong, problems);
        }
    }

    private static void CheckPools(
        StackSettings mine,
        string name,
        StackSettings other,
        Problems wrong,
        Problems problems
    )
    {
        foreach (var (range, path) in AddressChecks.Ranges(mine))
        {
            foreach (var (theirs, at) in AddressChecks.Ranges(other))
            {
                if (!wrong.Touch(at) && range.Overlaps(theirs))
                {
                    problems.Add(
                        path,
                        $"{range}, which overlaps {theirs} of stack {name} ({at}) on the same router",
                        "addresses that only one stack announces to a router"
                    );
                }
            }
        }
    }

    /// <summary>Pod and cluster IPs stay inside their cluster, so that two clusters may use the same; nodes do not.</summary>
    private static bool IsShared(string path) => path.StartsWith("cluster.nodeGroups", StringComparison.Ordinal);

    private static bool SharesRouter(StackSettings mine, StackSettings other) =>
        mine.Routers.Any(router =>
            other.Routers.Any(theirs =>
                router.Ssh.Host.Length > 0 && router.Ssh.Host == theirs.Ssh.Host && router.Ssh.Port == theirs.Ssh.Port
            )
        );
}
