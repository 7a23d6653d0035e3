using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>What stands below VyOS's <c>protocols bgp</c>.</summary>
internal sealed class VyosInstance(RouterEnd end)
{
    private uint? _keepAlive;
    private uint? _hold;

    /// <summary>Whether the line says something that the model holds.</summary>
    public bool Takes(string[] words)
    {
        switch (words)
        {
            case ["system-as", var asn] when Words.IsNumber(asn, out var number):
                end.Asn = number;
                return true;
            case ["listen", "limit", var limit] when Words.IsNumber(limit, out var sessions):
                end.ListenLimit = sessions;
                return true;
            case ["listen", "range", var range, "peer-group", var group] when Prefix.Parse(range) is { } network:
                end.ListenRanges.Add(new(network, group));
                return true;
            case ["address-family", var name, "maximum-paths", "ebgp", var paths]
                when FamilyOf(name) is { } family && Words.IsNumber(paths, out var number):
                end.MaximumPaths[family] = number;
                return true;
            case ["maximum-paths", ..]:
                end.HasStrayMaximumPaths = true;
                return false;
            case ["parameters", "graceful-restart", "stalepath-time", var time]
                when Words.IsNumber(time, out var seconds):
                end.StalePathTime = seconds;
                return true;
            case ["parameters", "shutdown"]:
                end.IsShutDown = true;
                return true;
            case ["timers", ("keepalive" or "holdtime") and var name, var time]
                when Words.IsNumber(time, out var seconds):
                _keepAlive = name is "keepalive" ? seconds : _keepAlive;
                _hold = name is "holdtime" ? seconds : _hold;
                // VyOS takes both or neither.
                end.Timers = _keepAlive is { } often && _hold is { } most ? new(often, most) : null;
                return true;
            case ["peer-group", var name, .. var rest]:
                var declared = Named.Group(end, name);
                declared.IsDeclared = true;
                return Session(declared, rest);
            case ["neighbor", var name, .. var rest]:
                return Session(Named.Neighbor(end, name), rest);
            default:
                return false;
        }
    }

    private static bool Session(RouterPeer peer, string[] words)
    {
        switch (words)
        {
            case []:
                return true;
            case ["peer-group", var group]:
                peer.Group = group;
                return true;
            case ["remote-as", var asn]:
                peer.RemoteAs = asn;
                return true;
            case ["password", _]:
                peer.HasPassword = true;
                return true;
            case ["graceful-restart", var mode]:
                peer.Restart = mode is "disable" ? RestartMode.Refuses : RestartMode.Helps;
                return true;
            case ["ttl-security", "hops", _]:
                peer.HasTtlSecurity = true;
                return true;
            case ["shutdown"]:
                peer.IsShutDown = true;
                return true;
            case ["address-family", var name, .. var rest] when FamilyOf(name) is { } family:
                return Routes(peer.In(family), rest);
            default:
                return false;
        }
    }

    /// <summary>That a family is spoken of makes it active.</summary>
    private static bool Routes(PeerFamily peer, string[] words)
    {
        peer.IsActive = true;
        switch (words)
        {
            case []:
                return true;
            case ["maximum-prefix", var limit] when Words.IsNumber(limit, out var number):
                peer.PrefixLimit = number;
                return true;
            case ["route-map", "import", var map]:
                peer.Import = map;
                return true;
            case ["route-map", "export", var map]:
                peer.Export = map;
                return true;
            default:
                return false;
        }
    }

    private static IpFamily? FamilyOf(string name) =>
        name switch
        {
            "ipv4-unicast" => IpFamily.IPv4,
            "ipv6-unicast" => IpFamily.IPv6,
            _ => null,
        };
}
