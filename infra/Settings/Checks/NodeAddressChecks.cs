using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>No two nodes, and no node and gateway, have the same address.</summary>
internal static class NodeAddressChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        var owners = new Dictionary<Address, string>();
        foreach (var (gateway, path) in Gateways(settings))
        {
            // Groups of one subnet share its gateway.
            owners.TryAdd(gateway, path);
        }

        foreach (var (address, path) in Nodes(settings))
        {
            if (!problems.Touch(path) && !owners.TryAdd(address, path))
            {
                problems.Add(path, $"{address}, as in {owners[address]}", "an address of its own");
            }
        }
    }

    private static IEnumerable<Located<Address>> Gateways(StackSettings settings) =>
        settings.Cluster.NodeGroups.SelectMany(
            (group, i) =>
                group.Gateways.Select(
                    (gateway, j) => new Located<Address>(gateway, $"cluster.nodeGroups[{i}].gateways[{j}]")
                )
        );

    private static IEnumerable<Located<Address>> Nodes(StackSettings settings) =>
        settings.Cluster.NodeGroups.SelectMany(
            (group, i) =>
                group.Nodes.SelectMany(
                    (node, j) =>
                        node.Addresses.Select(
                            (address, k) =>
                                new Located<Address>(address, $"cluster.nodeGroups[{i}].nodes[{j}].addresses[{k}]")
                        )
                )
        );
}
