using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Tests.Components;

/// <summary>What people do to a stack, on its settings.</summary>
internal static class Changes
{
    public static StackSettings AddPool(StackSettings settings) =>
        settings with
        {
            Pools = settings.Pools.Insert(
                0,
                new("extra", [Range(settings.VipSubnets[0])], IsGeneral: false, [], Request: "extra")
            ),
        };

    public static StackSettings AddRouter(StackSettings settings)
    {
        var first = settings.Routers[0];
        var gateways = settings.Cluster.NodeGroups.SelectMany(group => group.Gateways).ToImmutableArray();
        return settings with
        {
            Routers =
            [
                first with
                {
                    Name = "backup",
                    Addresses = [.. gateways.Select(gateway => gateway.Next())],
                    Access = (SshSettings)first.Access with { Host = "backup.example" },
                },
                first with
                {
                    Addresses = gateways,
                },
            ],
        };
    }

    public static StackSettings AddGroup(StackSettings settings)
    {
        var group = settings.Cluster.NodeGroups[0] with
        {
            Name = "added",
            Labels = ImmutableSortedDictionary<string, string>.Empty.Add("bgplb/node-group", "added"),
            Subnets = [Prefix.Parse("10.77.0.0/24")!],
            Gateways = [Address.Parse("10.77.0.1")!],
            Nodes = [],
        };
        return settings with
        {
            Cluster = settings.Cluster with { NodeGroups = settings.Cluster.NodeGroups.Insert(0, group) },
        };
    }

    public static StackSettings Reverse(StackSettings settings) =>
        settings with
        {
            Pools = [.. settings.Pools.Reverse()],
            Routers = [.. settings.Routers.Reverse()],
            Cluster = settings.Cluster with { NodeGroups = [.. settings.Cluster.NodeGroups.Reverse()] },
        };

    private static AddressRange Range(Prefix subnet) => AddressRange.Parse($"{subnet.Network.Next()}")!;
}
