using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>The same stack with more nodes, and with a larger pool where it has too few addresses.</summary>
internal static class Scale
{
    public static StackSettings Of(StackSettings settings, RehearsalOptions options)
    {
        var scaled = options.Nodes is { } nodes ? WithNodes(settings, nodes) : settings;
        return options.Vips is { } vips ? WithAddresses(scaled, vips) : scaled;
    }

    private static StackSettings WithNodes(StackSettings settings, int nodes)
    {
        var groups = settings.Cluster.NodeGroups;
        if (nodes < groups.Length)
        {
            throw new RehearsalException($"--nodes {nodes}: each of the {groups.Length} node groups needs one");
        }

        return settings with
        {
            Cluster = settings.Cluster with
            {
                NodeGroups =
                [
                    .. groups.Select(
                        (group, i) => Sized(group, (nodes / groups.Length) + (i < nodes % groups.Length ? 1 : 0))
                    ),
                ],
            },
        };
    }

    private static NodeGroupSettings Sized(NodeGroupSettings group, int count) =>
        group with
        {
            Count = count,
            Nodes = [.. group.Nodes.Take(count)],
        };

    private static StackSettings WithAddresses(StackSettings settings, int vips)
    {
        // Room for the default Services of all pools, too.
        var needed = vips + 16;
        var at = settings.Pools.Select((pool, i) => (pool, i)).First(entry => entry.pool.IsGeneral).i;
        if (Capacity.Of(settings.Pools[at].Addresses) >= needed)
        {
            return settings;
        }

        var isIPv4 = settings.Pools[at].Addresses[0].Family == IpFamily.IPv4;
        var taken = LabNetworks.Of(settings).ToArray();
        var subnet = Enumerable
            .Range(0, 15)
            .Select(i => Prefix.Parse(isIPv4 ? $"198.19.{i * 16}.0/20" : $"2001:2:1:{i:x}::/112")!)
            .First(candidate => !taken.Any(candidate.Overlaps));
        var pool = settings.Pools[at] with { Addresses = [subnet.Range] };
        return settings with { VipSubnets = settings.VipSubnets.Add(subnet), Pools = settings.Pools.SetItem(at, pool) };
    }
}
