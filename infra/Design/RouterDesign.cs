using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>One router's end of all sessions.</summary>
/// <param name="Owner">The prefix of every name that this stack writes on the router: <c>PROJECT-STACK</c>.</param>
/// <param name="NodeAsn">The AS number of the nodes.</param>
/// <param name="ListenLimit">How many dynamic sessions the router takes, over all families, spare ones included.</param>
/// <param name="MaximumPaths">Over how many next hops one VIP is spread.</param>
/// <param name="HoldTime">Seconds.</param>
/// <param name="KeepAliveTime">Seconds.</param>
/// <param name="RevertAfter">How long it waits, once changed, for the expected sessions before it goes back to what ran before.</param>
/// <param name="Reconnect">How long a node may take to stand again after its session was reset.</param>
/// <param name="Retain">Whether it is gone for good: it is left as it is, and nobody connects to it.</param>
/// <param name="ProbesNeighbours">Whether it asks every host on the nodes' links if it lives: <see cref="NeighbourProbing"/>.</param>
/// <param name="ProbingBecause">Why it does, or does not: the promises that need it, or the setting.</param>
/// <param name="FirewallRule">The number of the rule that lets the nodes dial, in a VyOS firewall; null for none.</param>
/// <param name="Communities">What an announcement has to carry to be taken in; empty for no such demand.</param>
/// <param name="VipSubnets">What is discarded where no node announces it, so that it does not loop.</param>
public sealed record RouterDesign(
    string Name,
    Dialect Dialect,
    string Version,
    string Owner,
    uint Asn,
    uint NodeAsn,
    Address RouterId,
    int ListenLimit,
    int MaximumPaths,
    int HoldTime,
    int KeepAliveTime,
    RestartPolicy Restart,
    TimeSpan RevertAfter,
    TimeSpan Reconnect,
    bool Retain,
    bool ProbesNeighbours,
    string ProbingBecause,
    int? FirewallRule,
    ImmutableArray<string> Communities,
    ImmutableArray<Prefix> VipSubnets,
    ImmutableArray<RouterFamily> Families,
    RouterAccess Access
);

/// <summary>The router's end of the sessions of one family.</summary>
/// <param name="PeerGroup">The peer group's name.</param>
/// <param name="ListenRanges">Where nodes may dial from: their groups' subnets.</param>
/// <param name="Accepted">The pools' addresses; only single addresses (/32, /128) within them are taken in.</param>
/// <param name="PrefixLimit">How many routes one node may announce: the pools' capacity.</param>
/// <param name="Sessions">How many sessions are expected: one per node.</param>
/// <param name="Nodes">The addresses of the nodes that are known by address; they may be fewer than the sessions.</param>
public sealed record RouterFamily(
    IpFamily Family,
    string PeerGroup,
    ImmutableArray<Prefix> ListenRanges,
    ImmutableArray<Prefix> Accepted,
    long PrefixLimit,
    int Sessions,
    ImmutableArray<Address> Nodes
);

/// <summary>What the router does with the routes of a session that ends.</summary>
public abstract record RestartPolicy
{
    private RestartPolicy() { }

    /// <summary>They go at once: nobody has asked for graceful restart.</summary>
    public sealed record DropAtOnce : RestartPolicy;

    /// <summary>
    /// They stay while an agent restarts, but not when the hold time has run out: FRR without the notification bit.
    /// </summary>
    public sealed record KeepWhileRestarting(int Seconds) : RestartPolicy;

    /// <summary>They stay in both cases, for this long at most: all that VyOS can be told.</summary>
    public sealed record KeepStale(int Seconds) : RestartPolicy;
}
