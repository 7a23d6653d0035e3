using System.Collections.Immutable;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>One BGP instance of a node, as its objects want it.</summary>
/// <param name="ListenPort">-1 to dial only.</param>
internal sealed record InstancePlan(
    string Name,
    uint Asn,
    string RouterId,
    int ListenPort,
    ImmutableArray<PeerPlan> Peers
);

/// <summary>A neighbour of an instance.</summary>
/// <param name="Address">The router's.</param>
/// <param name="Settings">Null where they cannot be read: a session that stands stays as it is.</param>
/// <param name="ConnectRetry">Seconds; a change touches no session and counts from its next configuration on.</param>
internal sealed record PeerPlan(
    string Address,
    PeerSettings? Settings,
    int ConnectRetry,
    ImmutableArray<Announcement> Announcements
);

/// <summary>What both ends agree on when a session opens; a change needs another session.</summary>
/// <param name="Asn">The router's; 0 for any.</param>
/// <param name="Password">Null for none.</param>
/// <param name="HoldTime">Seconds.</param>
/// <param name="KeepAliveTime">Seconds.</param>
/// <param name="RestartTime">Seconds for which the router keeps routes; null without graceful restart.</param>
/// <param name="Multihop">How many hops away the router may be; 1 for the same link.</param>
/// <param name="LocalAddress">Null for the one of the route.</param>
internal sealed record PeerSettings(
    uint Asn,
    string? Password,
    int HoldTime,
    int KeepAliveTime,
    int? RestartTime,
    int Multihop,
    int Port,
    string? LocalAddress,
    bool IPv4,
    bool IPv6
);

/// <summary>A route for one neighbour.</summary>
/// <param name="Prefix">A whole address, as <c>172.29.52.100/32</c>.</param>
/// <param name="Communities">Standard and well-known ones, sorted, with commas between them.</param>
/// <param name="LargeCommunities">Likewise.</param>
internal sealed record Announcement(string Prefix, string Communities, string LargeCommunities);
