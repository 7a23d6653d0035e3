using System.Collections.Immutable;

namespace BgpLb.Rehearsal;

/// <summary>A subnet of nodes, or of clients: a bridge on the gateway with the gateway's addresses in it.</summary>
/// <param name="Interface">The bridge's name, 15 characters at most.</param>
/// <param name="Addresses">With their prefix lengths, as <c>172.29.51.1/24</c>; one of a family at most.</param>
public sealed record Segment(string Interface, params ImmutableArray<string> Addresses)
{
    /// <summary>The gateway's first address, without the prefix length.</summary>
    internal string FirstAddress =>
        Addresses is [var first, ..] ? first.Split('/')[0] : throw new RehearsalException($"no address on {Interface}");

    /// <summary>The bridge with a port that is always in use: without one it has no carrier and no routes.</summary>
    /// <param name="number">Unique on the gateway, below 200.</param>
    internal void Build(Namespace gateway, int number)
    {
        gateway.Ip("link", "add", Interface, "type", "bridge");
        // Without a fixed address a bridge has that of one of its ports, and another one when that port leaves.
        gateway.Ip("link", "set", Interface, "address", $"02:00:00:00:00:{number + 1:x2}");
        var (port, end) = ($"anchor{number}", $"anchored{number}");
        gateway.Ip("link", "add", port, "type", "veth", "peer", "name", end);
        gateway.Ip("link", "set", port, "master", Interface, "up");
        gateway.Ip("link", "set", end, "up");
        SwitchOn(gateway);
    }

    internal void SwitchOn(Namespace gateway)
    {
        gateway.Ip("link", "set", Interface, "up");
        foreach (var address in Addresses)
        {
            gateway.AddAddress(Interface, address);
        }
    }

    internal void SwitchOff(Namespace gateway) => gateway.Ip("link", "set", Interface, "down");
}
