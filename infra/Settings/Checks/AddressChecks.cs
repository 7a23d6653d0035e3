using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>VIP subnets stand apart from every other network, and pools lie within them, apart from each other.</summary>
internal static class AddressChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        CheckVipSubnets(settings, problems);
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
    public static IEnumerable<(AddressRange Range, string Path)> Ranges(StackSettings settings) =>
        settings.Pools.SelectMany(
            (pool, i) => pool.Addresses.Select((range, j) => (range, $"pools[{i}].addresses[{j}]"))
        );

    /// <summary>Every network that is not for VIPs, with its path and what it holds.</summary>
    public static IEnumerable<(Prefix Network, string Path, string Use)> OtherNetworks(StackSettings settings) =>
        [
            .. settings.Cluster.PodCidrs.Select((cidr, i) => (cidr, $"cluster.podCidrs[{i}]", "pods")),
            .. settings.Cluster.ServiceCidrs.Select((cidr, i) => (cidr, $"cluster.serviceCidrs[{i}]", "services")),
            .. settings.Cluster.NodeGroups.SelectMany(
                (group, i) =>
                    group.Subnets.Select(
                        (subnet, j) => (subnet, $"cluster.nodeGroups[{i}].subnets[{j}]", $"nodes of {group.Name}")
                    )
            ),
        ];

    private static void CheckVipSubnets(StackSettings settings, Problems problems)
    {
        for (var i = 0; i < settings.VipSubnets.Length; i++)
        {
            var vips = settings.VipSubnets[i];
            var path = $"vipSubnets[{i}]";
            foreach (var (network, at, use) in OtherNetworks(settings))
            {
                if (!problems.Touch(path, at) && vips.Overlaps(network))
                {
                    problems.Add(path, $"{vips}, which overlaps {network} ({use}, {at})", "a network of its own");
                }
            }

            for (var j = 0; j < i; j++)
            {
                if (!problems.Touch(path, $"vipSubnets[{j}]") && vips.Overlaps(settings.VipSubnets[j]))
                {
                    problems.Add(path, $"{vips}, which overlaps vipSubnets[{j}]", "a network of its own");
                }
            }
        }
    }

    private static void CheckOverlaps((AddressRange Range, string Path)[] ranges, Problems problems)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (later, earlier) = (ranges[i], ranges[j]);
                if (!problems.Touch(later.Path, earlier.Path) && later.Range.Overlaps(earlier.Range))
                {
                    problems.Add(
                        later.Path,
                        $"{later.Range}, which overlaps {earlier.Range} ({earlier.Path})",
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
                    $"a family that the cluster's Services have"
                );
            }
        }
    }
}
