using System.Globalization;
using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>The variables that the scripts of all dialects begin with.</summary>
internal static class ShellVariables
{
    public static string Common(RouterDesign router, string digest, TimeSpan limit) =>
        string.Concat(
            ShellText.Assign("OWNER", router.Owner),
            ShellText.Assign("PEER_GROUPS", string.Join(' ', RouterNames.PeerGroups(router))),
            ShellText.Assign("LISTS", string.Join(' ', RouterNames.Lists(router))),
            ShellText.Assign("MAPS", string.Join(' ', RouterNames.Maps(router))),
            ShellText.Assign("COMMUNITIES", RouterNames.Communities(router)),
            ShellText.Assign("TAG", $"{Discard.TagOf(router.Owner)}"),
            ShellText.Assign("STATE", StateFolder(router)),
            ShellText.Assign("DIGEST", digest),
            ShellText.Assign("PATIENCE", ((int)limit.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
            ShellText.Assign("EXPECTED", string.Join('\n', router.Families.Select(Expected)))
        );

    /// <summary>Where notes survive a reboot.</summary>
    private static string StateFolder(RouterDesign router) =>
        router.Dialect switch
        {
            Dialect.Vyos => $"/config/bgplb.{router.Owner}",
            Dialect.Unifi => $"/data/bgplb.{router.Owner}",
            _ => $"/var/lib/bgplb.{router.Owner}",
        };

    private static string Expected(RouterFamily family) =>
        string.Join(' ', [family.PeerGroup, $"{family.Sessions}", .. family.Nodes.Select(node => $"{node}")]);
}
