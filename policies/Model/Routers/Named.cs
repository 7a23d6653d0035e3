using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>The parts of an end by their names, made where they are first spoken of.</summary>
internal static class Named
{
    public static PrefixList Prefixes(RouterEnd end, IpFamily family, string name) =>
        end.PrefixLists(family).TryGetValue(name, out var list) ? list : end.PrefixLists(family)[name] = new();

    public static CommunityList Communities(RouterEnd end, string name) =>
        end.CommunityLists.TryGetValue(name, out var list) ? list : end.CommunityLists[name] = new();

    public static RouteMap Map(RouterEnd end, string name) =>
        end.RouteMaps.TryGetValue(name, out var map) ? map : end.RouteMaps[name] = new();

    public static RouterPeer Group(RouterEnd end, string name) => Peer(end.Groups, name);

    public static RouterPeer Neighbor(RouterEnd end, string name) => Peer(end.Neighbors, name);

    private static RouterPeer Peer(Dictionary<string, RouterPeer> peers, string name) =>
        peers.TryGetValue(name, out var peer) ? peer : peers[name] = new(name);
}
