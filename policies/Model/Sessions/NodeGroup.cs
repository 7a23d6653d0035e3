using System.Collections.Immutable;
using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Sessions;

/// <summary>A node group as BgpPeering declares it.</summary>
/// <param name="At">Its entry in the input <c>nodeGroups</c>.</param>
/// <param name="ConfigName">The name of its cluster config; empty where there is none.</param>
/// <param name="Nodes">How many nodes it has.</param>
/// <param name="Subnets">Those that can be read.</param>
internal sealed record NodeGroup(
    string Name,
    Property At,
    string ConfigName,
    long Nodes,
    ImmutableArray<Prefix> Subnets
)
{
    public static IEnumerable<NodeGroup> Of(StackResource peering) =>
        from entry in peering["nodeGroups"].Entries
        select new NodeGroup(
            entry.Name,
            entry.Value,
            entry.Value["clusterConfig"].Text ?? "",
            (long)(entry.Value["nodes"].Number ?? 0),
            [.. entry.Value["subnets"].Elements.Select(Read).OfType<Prefix>()]
        );

    private static Prefix? Read(Property subnet) => subnet.Text is { } text ? Prefix.Parse(text) : null;
}
