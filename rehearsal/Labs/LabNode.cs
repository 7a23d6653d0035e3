using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>A node of the lab.</summary>
/// <param name="Number">From 1, over all groups.</param>
/// <param name="Addresses">One per family of its group.</param>
internal sealed record LabNode(int Number, string Name, NodeGroupSettings Group, ImmutableArray<Address> Addresses)
{
    /// <summary>Its addresses with the prefix lengths of its group's subnets.</summary>
    public IReadOnlyList<string> Interface =>
        [.. Addresses.Select(address => $"{address}/{Group.Subnets.First(subnet => subnet.Contains(address)).Length}")];

    /// <summary>The nodes of all groups: those that are known by name, and others with made-up names and addresses.</summary>
    public static ImmutableArray<LabNode> Of(ClusterSettings cluster)
    {
        var nodes = ImmutableArray.CreateBuilder<LabNode>();
        foreach (var group in cluster.NodeGroups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                nodes.Add(
                    i < group.Nodes.Length
                        ? new(nodes.Count + 1, group.Nodes[i].Name, group, group.Nodes[i].Addresses)
                        : new(nodes.Count + 1, $"{group.Name}-{i + 1}", group, Free(group, i - group.Nodes.Length))
                );
            }
        }

        return nodes.DrainToImmutable();
    }

    private static ImmutableArray<Address> Free(NodeGroupSettings group, int index) =>
        [.. group.Subnets.Select(subnet => FreeAddresses.In(subnet, Taken(group)).Skip(10).ElementAt(index))];

    private static HashSet<Address> Taken(NodeGroupSettings group) =>
        [.. group.Gateways, .. group.Nodes.SelectMany(node => node.Addresses)];
}
