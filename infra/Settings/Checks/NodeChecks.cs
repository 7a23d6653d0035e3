using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Nodes and gateways lie in their group's subnets, and no node is in two groups.</summary>
internal static class NodeChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        var groups = settings.Cluster.NodeGroups;
        for (var i = 0; i < groups.Length; i++)
        {
            var path = $"cluster.nodeGroups[{i}]";
            CheckGroup(groups[i], path, problems);
            for (var j = 0; j < i; j++)
            {
                if (
                    !problems.Touch($"{path}.labels", $"cluster.nodeGroups[{j}].labels")
                    && !Exclude(groups[i], groups[j])
                )
                {
                    problems.Add(
                        $"{path}.labels",
                        $"labels that a node of nodeGroups[{j}] ({groups[j].Name}) may have as well",
                        "a label with another value than in every other group, so that no node is in two"
                    );
                }
            }
        }
    }

    private static void CheckGroup(NodeGroupSettings group, string path, Problems problems)
    {
        OnePerFamily.Check(group.Subnets, $"{path}.subnets", problems);
        OnePerFamily.Check(group.Gateways, $"{path}.gateways", problems);
        for (var i = 0; i < group.Gateways.Length; i++)
        {
            Within(group.Gateways[i], group, path, $"{path}.gateways[{i}]", problems);
        }

        for (var i = 0; i < group.Nodes.Length; i++)
        {
            CheckNode(group.Nodes[i], group, path, $"{path}.nodes[{i}]", problems);
        }

        if (group.Nodes.Length > group.Count && !problems.Touch($"{path}.count", $"{path}.nodes"))
        {
            problems.Add($"{path}.count", $"{group.Count}", $"at least {group.Nodes.Length}, the nodes listed");
        }

        var needsRouterIds = group.Subnets.All(subnet => subnet.Family == IpFamily.IPv6);
        if (needsRouterIds && !problems.Touch(path) && group.Nodes.Count(n => n.RouterId is not null) < group.Count)
        {
            problems.Add(
                $"{path}.nodes",
                "IPv6-only nodes without a router ID",
                $"all {group.Count} nodes by name, each with a routerId: Cilium cannot derive one without IPv4"
            );
        }
    }

    private static void CheckNode(
        NodeSettings node,
        NodeGroupSettings group,
        string groupPath,
        string path,
        Problems problems
    )
    {
        for (var i = 0; i < node.Addresses.Length; i++)
        {
            Within(node.Addresses[i], group, groupPath, $"{path}.addresses[{i}]", problems);
        }
    }

    private static void Within(
        Address address,
        NodeGroupSettings group,
        string groupPath,
        string path,
        Problems problems
    )
    {
        if (!problems.Touch(path, $"{groupPath}.subnets") && !group.Subnets.Any(subnet => subnet.Contains(address)))
        {
            problems.Add(path, $"{address}", $"an address within {string.Join(" or ", group.Subnets)}");
        }
    }

    private static bool Exclude(NodeGroupSettings one, NodeGroupSettings other)
    {
        foreach (var (key, value) in one.Labels)
        {
            if (other.Labels.TryGetValue(key, out var theirs) && theirs != value)
            {
                return true;
            }
        }

        return false;
    }
}
