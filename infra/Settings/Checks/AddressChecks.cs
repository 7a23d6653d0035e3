using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Pools lie within the VIP subnets, apart from each other, in families that the sessions carry.</summary>
internal static class AddressChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        foreach (var (range, path) in Ranges(settings))
        {
            if (!problems.Touch(path, "vipSubnets") && !settings.VipSubnets.Any(subnet => subnet.Range.Contains(range)))
            {
                problems.Add(path, $"{range}", $"addresses within {string.Join(" or ", settings.VipSubnets)}");
            }
        }

        CheckOverlaps([.. Ranges(settings)], problems);
        CheckSessions(settings, problems);
    }

    /// <summary>Every range of every pool, with its path.</summary>
    public static IEnumerable<Located<AddressRange>> Ranges(StackSettings settings) =>
        settings.Pools.SelectMany(
            (pool, i) =>
                pool.Addresses.Select((range, j) => new Located<AddressRange>(range, $"pools[{i}].addresses[{j}]"))
        );

    private static void CheckOverlaps(Located<AddressRange>[] ranges, Problems problems)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (later, earlier) = (ranges[i], ranges[j]);
                if (!problems.Touch(later.Path, earlier.Path) && later.Value.Overlaps(earlier.Value))
                {
                    problems.Add(
                        later.Path,
                        $"{later.Value}, which overlaps {earlier.Value} ({earlier.Path})",
                        "addresses of one pool only: Cilium disables the newer of two overlapping pools whole"
                    );
                }
            }
        }
    }

    /// <summary>Addresses of a family need sessions and cluster IPs of that family.</summary>
    private static void CheckSessions(StackSettings settings, Problems problems)
    {
        foreach (var (range, path) in Ranges(settings))
        {
            if (problems.Touch(path, "cluster", "routers"))
            {
                continue;
            }

            var isPeered = settings.Cluster.NodeGroups.Any(group =>
                group.Gateways.Any(gateway => gateway.Family == range.Family)
            );
            if (!isPeered)
            {
                problems.Add(
                    path,
                    $"{range}, but no {range.Family} session",
                    $"a pool of a family that the sessions carry; add an {range.Family} subnet and gateway to a node group"
                );
            }
            else if (settings.Cluster.ServiceCidrs.All(cidr => cidr.Family != range.Family))
            {
                problems.Add(
                    path,
                    $"{range}, but no {range.Family} network in cluster.serviceCidrs",
                    "a family that the cluster's Services have"
                );
            }
        }
    }
}
