using BgpLb.Design;

namespace BgpLb.Routers.Vyos;

/// <summary>The peer group of one family: whoever dials from its listen ranges becomes a member.</summary>
internal static class VyosPeerGroup
{
    public static IEnumerable<Statement> Of(RouterDesign router, RouterFamily family)
    {
        var group = $"protocols bgp peer-group {family.PeerGroup}";
        var unicast = $"{group} address-family {VyosGlobals.Unicast(family)}";
        return
        [
            Owned($"{unicast} maximum-prefix '{family.PrefixLimit}'"),
            Owned($"{unicast} route-map export '{RouterNames.Export(family)}'"),
            Owned($"{unicast} route-map import '{RouterNames.Import(family)}'"),
            Owned($"{unicast} soft-reconfiguration inbound"),
            Owned($"{group} graceful-restart '{RestartMode(router.Restart)}'"),
            Owned($"{group} password ") with
            {
                EndsInPassword = true,
            },
            Owned($"{group} remote-as '{router.NodeAsn}'"),
        ];
    }

    private static string RestartMode(RestartPolicy restart) =>
        restart is RestartPolicy.DropAtOnce ? "disable" : "restart-helper";

    private static Statement Owned(string line) => new(Ownership.Owned, [], line);
}
