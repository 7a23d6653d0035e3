using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>What stands within FRR's <c>router bgp</c>.</summary>
internal sealed class FrrInstance(RouterEnd end)
{
    /// <summary>Whether the line says something of the instance itself. FRR takes a peer's part in IPv4 here as well.</summary>
    public bool Takes(string[] words)
    {
        switch (words)
        {
            case ["bgp", "listen", "limit", var limit] when Words.IsNumber(limit, out var sessions):
                end.ListenLimit = sessions;
                return true;
            case ["bgp", "listen", "range", var range, "peer-group", var name] when Prefix.Parse(range) is { } network:
                end.ListenRanges.Add(new(network, name));
                return true;
            case ["no", "bgp", "graceful-restart", "notification"]:
                end.KeepsRoutesOfTheSilent = false;
                return true;
            case ["bgp", "graceful-restart", "stalepath-time", var time] when Words.IsNumber(time, out var seconds):
                end.StalePathTime = seconds;
                return true;
            case ["bgp", "graceful-restart-disable"]:
                end.RefusesRestarts = true;
                return true;
            case ["no", "bgp", "default", "ipv4-unicast"]:
                end.ActivatesIPv4 = false;
                return true;
            case ["bgp", "shutdown", ..]:
                end.IsShutDown = true;
                return true;
            case ["timers", "bgp", var keepAlive, var hold]:
                end.Timers = TimersOf(keepAlive, hold);
                return end.Timers is not null;
            case ["maximum-paths", ..]:
                end.HasStrayMaximumPaths = true;
                return false;
            default:
                return Session(words) || Routes(words, IpFamily.IPv4);
        }
    }

    /// <summary>Whether the line says something of an address family.</summary>
    public bool Takes(string[] words, IpFamily family)
    {
        if (words is ["maximum-paths", var paths] && Words.IsNumber(paths, out var number))
        {
            end.MaximumPaths[family] = number;
            return true;
        }

        return Routes(words, family);
    }

    /// <summary>What is said of a peer whatever the family.</summary>
    private bool Session(string[] words)
    {
        var isNo = words is ["no", ..];
        if (words[(isNo ? 1 : 0)..] is not ["neighbor", var name, .. var rest])
        {
            return false;
        }

        var peer = PeerOf(name);
        switch (rest)
        {
            case ["peer-group"] when !isNo:
                peer.IsDeclared = true;
                return true;
            case ["peer-group", var group] when !isNo:
                peer.Group = group;
                return true;
            case ["remote-as", var asn] when !isNo:
                peer.RemoteAs = asn;
                return true;
            case ["password", _]:
                peer.HasPassword = !isNo;
                return true;
            case ["timers", var keepAlive, var hold] when !isNo:
                peer.Timers = TimersOf(keepAlive, hold);
                return peer.Timers is not null;
            case ["graceful-restart" or "graceful-restart-helper"] when !isNo:
                peer.Restart = RestartMode.Helps;
                return true;
            case ["graceful-restart-disable"] when !isNo:
                peer.Restart = RestartMode.Refuses;
                return true;
            case ["ttl-security", "hops", ..]:
                peer.HasTtlSecurity = !isNo;
                return true;
            case ["shutdown", ..]:
                peer.IsShutDown = !isNo;
                return true;
            default:
                return false;
        }
    }

    /// <summary>What is said of a peer within an address family.</summary>
    private bool Routes(string[] words, IpFamily family)
    {
        var isNo = words is ["no", ..];
        if (words[(isNo ? 1 : 0)..] is not ["neighbor", var name, .. var rest])
        {
            return false;
        }

        var peer = PeerOf(name).In(family);
        switch (rest)
        {
            case ["activate"]:
                peer.IsActive = !isNo;
                return true;
            case ["maximum-prefix", var limit, .. var more] when !isNo && Words.IsNumber(limit, out var number):
                // It then only writes to the log.
                peer.PrefixLimit = more.Contains("warning-only", StringComparer.Ordinal) ? null : number;
                return true;
            case ["route-map", var map, "in"] when !isNo:
                peer.Import = map;
                return true;
            case ["route-map", var map, "out"] when !isNo:
                peer.Export = map;
                return true;
            default:
                return false;
        }
    }

    /// <summary>A word is a group's name, an address or a network a peer that somebody has listed.</summary>
    private RouterPeer PeerOf(string name) =>
        Address.Parse(name.Split('/')[0]) is null ? Named.Group(end, name) : Named.Neighbor(end, name);

    private static SessionTimers? TimersOf(string keepAlive, string hold) =>
        Words.IsNumber(keepAlive, out var often) && Words.IsNumber(hold, out var limit) ? new(often, limit) : null;
}
