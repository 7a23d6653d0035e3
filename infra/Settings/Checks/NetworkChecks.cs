using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Nodes, pods and cluster IPs have networks of their own.</summary>
internal static class NetworkChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        OnePerFamily.Check(settings.Cluster.PodCidrs, "cluster.podCidrs", problems);
        OnePerFamily.Check(settings.Cluster.ServiceCidrs, "cluster.serviceCidrs", problems);
        var networks = Of(settings).ToArray();
        for (var i = 0; i < networks.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (later, earlier) = (networks[i], networks[j]);
                if (!problems.Touch(later.Path, earlier.Path) && Collide(later, earlier))
                {
                    problems.Add(
                        later.Path,
                        $"{later.Network}, which overlaps {earlier.Network} ({earlier.Use}, {earlier.Path})",
                        later.IsNodes && earlier.IsNodes
                            ? "exactly the same network, or one apart: a router refuses listen ranges that overlap"
                            : "a network of its own"
                    );
                }
            }
        }
    }

    /// <summary>Every network that is not for VIPs.</summary>
    public static IEnumerable<NetworkUse> Of(StackSettings settings) =>
        [
            .. settings.Cluster.PodCidrs.Select((cidr, i) => new NetworkUse(cidr, $"cluster.podCidrs[{i}]", "pods")),
            .. settings.Cluster.ServiceCidrs.Select(
                (cidr, i) => new NetworkUse(cidr, $"cluster.serviceCidrs[{i}]", "services")
            ),
            .. OfNodes(settings),
        ];

    public static IEnumerable<NetworkUse> OfNodes(StackSettings settings) =>
        settings.Cluster.NodeGroups.SelectMany(
            (group, i) =>
                group.Subnets.Select(
                    (subnet, j) =>
                        new NetworkUse(
                            subnet,
                            $"cluster.nodeGroups[{i}].subnets[{j}]",
                            $"nodes of {group.Name}",
                            IsNodes: true
                        )
                )
        );

    /// <summary>Two groups may share one subnet.</summary>
    private static bool Collide(NetworkUse one, NetworkUse other) =>
        one.Network.Overlaps(other.Network) && !(one.IsNodes && other.IsNodes && one.Network.Equals(other.Network));
}

/// <param name="Use">What it is for, in words.</param>
internal sealed record NetworkUse(Prefix Network, string Path, string Use, bool IsNodes = false);
