using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>The nodes that a cluster config selects.</summary>
/// <param name="Count">How many there are; 1 where nobody says.</param>
internal sealed record NodeGroup(int Count, ImmutableArray<AddressRange> Subnets)
{
    private static readonly NodeGroup Unknown = new(1, []);

    /// <summary>By the cluster config's name.</summary>
    public static Func<string, NodeGroup> In(StackView stack)
    {
        var groups = stack
            .OfType("bgplb:index:BgpPeering")
            .SelectMany(peering => peering["nodeGroups"].Entries)
            .GroupBy(group => group.Value["clusterConfig"].Text ?? "", StringComparer.Ordinal)
            .ToDictionary(named => named.Key, named => Of(named.First().Value), StringComparer.Ordinal);
        return config => groups.GetValueOrDefault(config, Unknown);
    }

    private static NodeGroup Of(Property group) =>
        new(
            (int)(group["nodes"].Number ?? 1),
            [
                .. from subnet in @group["subnets"].Elements
                let range = Prefix.Parse(subnet.Text ?? "")?.Range
                where range is not null
                select range,
            ]
        );
}
