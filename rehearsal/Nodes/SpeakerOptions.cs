using System.Collections.Immutable;

namespace BgpLb.Rehearsal;

/// <summary>What a node's speaker is told, in the terms of Cilium's BGP objects; the defaults are Cilium's.</summary>
/// <param name="Asn">The node's AS number.</param>
/// <param name="RouterId">A dotted quad.</param>
/// <param name="Peers">One session each.</param>
public sealed record SpeakerOptions(uint Asn, string RouterId, params ImmutableArray<SpeakerPeer> Peers)
{
    /// <summary>For TCP-MD5, on all sessions; null for none.</summary>
    public string? Password { get; init; }

    /// <summary>Seconds.</summary>
    public int HoldTime { get; init; } = 90;

    /// <summary>Seconds.</summary>
    public int KeepAliveTime { get; init; } = 30;

    /// <summary>Seconds; GoBGP takes five for anything less.</summary>
    public int ConnectRetryTime { get; init; } = 120;

    /// <summary>Seconds for which routes are asked to be kept; null without graceful restart.</summary>
    public int? RestartTime { get; init; }
}

/// <summary>The other end of a session, which carries the family of its address.</summary>
/// <param name="Address">Without a prefix length.</param>
/// <param name="LocalAddress">Which of its own addresses the node calls from; null for the one of the route.</param>
public sealed record SpeakerPeer(string Address, uint Asn, string? LocalAddress = null)
{
    internal string Family => Address.Contains(':') ? "ipv6-unicast" : "ipv4-unicast";
}
