using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Frr;

/// <summary>The peer group of one family: whoever dials from its listen ranges becomes a member.</summary>
internal static class FrrPeerGroup
{
    public static IEnumerable<Statement> Of(RouterDesign router, RouterFamily family)
    {
        var instance = FrrGlobals.Instance(router);
        var group = $"neighbor {family.PeerGroup}";
        string[] unicast =
        [
            $"{group} activate",
            $"{group} soft-reconfiguration inbound",
            $"{group} maximum-prefix {family.PrefixLimit}",
            $"{group} route-map {RouterNames.Import(family)} in",
            $"{group} route-map {RouterNames.Export(family)} out",
        ];
        Statement In(string text, params ReadOnlySpan<string> inner) =>
            new(Ownership.Owned, [instance, .. inner], text);
        return
        [
            In($"{group} peer-group"),
            In($"{group} remote-as {router.NodeAsn}"),
            In($"{group} password ") with
            {
                EndsInPassword = true,
            },
            In($"{group} timers {router.KeepAliveTime} {router.HoldTime}"),
            In($"{group} {RestartMode(router.Restart)}"),
            .. OutOfIPv4(family).Select(line => In(line, "address-family ipv4 unicast")),
            .. unicast.Select(line => In(line, FrrGlobals.Unicast(family))),
        ];
    }

    /// <summary>FRR takes every peer for an IPv4 one unless told otherwise.</summary>
    private static IEnumerable<string> OutOfIPv4(RouterFamily family) =>
        family.Family == IpFamily.IPv6 ? [$"no neighbor {family.PeerGroup} activate"] : [];

    private static string RestartMode(RestartPolicy restart) =>
        restart is RestartPolicy.DropAtOnce ? "graceful-restart-disable" : "graceful-restart-helper";
}
