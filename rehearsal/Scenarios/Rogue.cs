using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal.Labs;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>A speaker that is set up wrongly, or is nobody's node. It lives in the first node group's network.</summary>
internal sealed class Rogue : IDisposable
{
    private readonly Node _node;

    /// <param name="argument">
    /// announce: default, foreign, subnet, toomany or vip; asn: a number, the nodes' without one; password: wrong or
    /// none; from: outside for an address where the router does not listen.
    /// </param>
    public Rogue(StackLab lab, string password, StepArgument argument)
    {
        var (group, router, design) = (lab.Settings.Cluster.NodeGroups[0], lab.Routers[0], lab.Design);
        var peer = design.Peerings[0].Peers.First(peer => peer.Router == router.Settings.Name);
        var subnet = group.Subnets.First(subnet => subnet.Family == peer.Family);
        var isOutside = argument["from"] == "outside";
        Address = isOutside
            ? LabNetworks.Spare(lab.Settings, peer.Family)
            : $"{FreeAddress(lab, subnet)}/{subnet.Length}";
        var own = Address.Split('/')[0];
        Peer = own;
        var options = new SpeakerOptions(
            argument["asn"] is { Length: > 0 } asn ? uint.Parse(asn, null) : lab.Settings.Cluster.Asn,
            "192.0.2.66",
            new SpeakerPeer($"{peer.Address}", peer.Asn, own)
        )
        {
            Password = argument["password"] switch
            {
                "wrong" => "not-the-password",
                "none" => null,
                _ => password,
            },
            HoldTime = design.Session.HoldTime,
            KeepAliveTime = design.Session.KeepAliveTime,
            ConnectRetryTime = 1,
        };
        _node = new(router.Gateway, isOutside ? null : router.InterfaceOf(group), [Address], options);
        Prefixes = [.. Announced(design, peer.Family, argument["announce"])];
        foreach (var prefix in Prefixes)
        {
            _node.AnnouncePrefix(prefix, [.. design.Session.Communities]);
        }
    }

    /// <summary>Its address with the prefix length.</summary>
    public string Address { get; }

    /// <summary>Its address as the router's list of sessions has it.</summary>
    public string Peer { get; }

    /// <summary>What it announces.</summary>
    public IReadOnlyList<string> Prefixes { get; }

    public bool IsEstablished => _node.IsEstablished;

    public void Dispose() => _node.Dispose();

    private static Address FreeAddress(StackLab lab, Prefix subnet)
    {
        HashSet<Address> taken =
        [
            .. lab.Nodes.SelectMany(node => node.Addresses),
            .. lab.Settings.Cluster.NodeGroups.SelectMany(group => group.Gateways),
        ];
        return FreeAddresses.In(subnet, taken).Skip(180).First();
    }

    private static ImmutableArray<string> Announced(LoadBalancerDesign design, IpFamily family, string what)
    {
        var isIPv6 = family == IpFamily.IPv6;
        var end = design.Routers[0].Families.First(end => end.Family == family);
        return what switch
        {
            "" => [],
            "default" => [isIPv6 ? "::/0" : "0.0.0.0/0"],
            "foreign" => [isIPv6 ? "2001:db8::1/128" : "203.0.113.1/32"],
            "subnet" => [$"{design.VipSubnets.First(subnet => subnet.Prefix.Family == family).Prefix}"],
            "toomany" =>
            [
                .. FreeAddresses
                    .From(design.VipSubnets.First(subnet => subnet.Prefix.Family == family).Prefix.Network)
                    .Take((int)Math.Min(end.PrefixLimit, 2000) + 10)
                    .Select(address => $"{address}/{address.Bits}"),
            ],
            _ => [what],
        };
    }
}
