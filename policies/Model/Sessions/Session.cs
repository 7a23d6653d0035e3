using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Policies.Model.Routers;

namespace BgpLb.Policies.Model.Sessions;

/// <summary>A peer of a cluster config: each node of its group has a session with it.</summary>
/// <param name="Instance">The BGP instance that it is part of.</param>
/// <param name="Nodes">Null for a cluster config of somebody else.</param>
/// <param name="Address">What the nodes dial; null where it is not written or cannot be read.</param>
/// <param name="Router">Who has that address, gone for good or not.</param>
/// <param name="Config">What its peer config says, or the defaults without one.</param>
/// <param name="Groups">The router's peer groups that listen for the nodes' subnets.</param>
internal sealed record Session(
    Property Instance,
    Property Peer,
    NodeGroup? Nodes,
    Address? Address,
    RouterEnd? Router,
    PeerConfig Config,
    ImmutableArray<RouterPeer> Groups
)
{
    /// <summary>The nodes' networks that they dial from.</summary>
    public IEnumerable<Prefix> Subnets =>
        Nodes is null ? [] : Nodes.Subnets.Where(subnet => subnet.Family == Address?.Family);

    public static Session Of(
        Property instance,
        Property peer,
        NodeGroup? nodes,
        Func<Address, RouterEnd?> routerAt,
        Func<string, StackResource?> configOf
    )
    {
        var address = peer["peerAddress"].Text is { } text ? Addressing.Address.Parse(text) : null;
        var router = address is null ? null : routerAt(address);
        var session = new Session(instance, peer, nodes, address, router, PeerConfig.Of(peer, configOf), []);
        return router is null ? session : session with { Groups = [.. session.GroupsOf(router)] };
    }

    /// <summary>The range of a router that holds all of a subnet; null without one.</summary>
    public static ListenRange? RangeOf(RouterEnd router, Prefix subnet) =>
        router.ListenRanges.Where(range => range.Range.Range.Contains(subnet.Range)).MaxBy(range => range.Range.Length);

    public override string ToString() => $"{Peer.Resource.ObjectName}, peer {Peer["name"].Shown}";

    private IEnumerable<RouterPeer> GroupsOf(RouterEnd router) =>
        Subnets
            .Select(subnet => RangeOf(router, subnet)?.Group)
            .Distinct(StringComparer.Ordinal)
            .Select(name => name is null ? null : router.GroupOf(name))
            .OfType<RouterPeer>();
}
