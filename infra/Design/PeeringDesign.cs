using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>All sessions of one node group: what becomes one CiliumBGPClusterConfig.</summary>
/// <param name="ConfigName">The cluster config's name; it depends on project and group only.</param>
/// <param name="Labels">The nodes' labels; empty for all nodes.</param>
/// <param name="Nodes">How many nodes there are.</param>
/// <param name="Overrides">What single nodes need said; usually empty.</param>
public sealed record PeeringDesign(
    string NodeGroup,
    string ConfigName,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableArray<Prefix> Subnets,
    int Nodes,
    ImmutableArray<PeerDesign> Peers,
    ImmutableArray<NodeSettings> Overrides
);

/// <summary>A router as the nodes of a group dial it in one family.</summary>
/// <param name="Name">The peer's name in the cluster config.</param>
/// <param name="Address">What the nodes dial.</param>
public sealed record PeerDesign(
    string Name,
    string Router,
    IpFamily Family,
    Address Address,
    uint Asn,
    string PeerConfigName
);
