using System.Collections.Immutable;
using System.Globalization;
using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Routers;

/// <summary>The variables that the scripts of all dialects have.</summary>
internal static class ShellVariables
{
    public static string Common(RouterDesign router, string digest, TimeSpan limit) =>
        ShellText.Assign([
            ("OWNER", router.Owner),
            ("PEER_GROUPS", string.Join(' ', RouterNames.PeerGroups(router))),
            ("LISTS", string.Join(' ', RouterNames.Lists(router))),
            ("MAPS", string.Join(' ', RouterNames.Maps(router))),
            ("COMMUNITIES", RouterNames.Communities(router)),
            ("TAG", $"{Discard.TagOf(router.Owner)}"),
            ("STATE", StateFolder(router)),
            ("DIGEST", digest),
            ("PATIENCE", Seconds(limit)),
            ("REVERT_AFTER", Seconds(router.RevertAfter)),
            ("RECONNECT", Seconds(router.Reconnect)),
            ("ROUTER_ASN", $"{router.Asn}"),
            ("NODE_ASN", $"{router.NodeAsn}"),
            ("VIP_SUBNETS", string.Join(' ', router.VipSubnets)),
            ("COMMUNITIES_WANTED", string.Join(' ', router.Communities)),
            ("EXPECTED", string.Join('\n', router.Families.Select(Expected))),
        ]);

    /// <summary>Whole seconds, rounded up.</summary>
    private static string Seconds(TimeSpan span) =>
        ((int)Math.Ceiling(span.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    /// <summary>Where notes survive a reboot.</summary>
    private static string StateFolder(RouterDesign router) =>
        router.Dialect switch
        {
            Dialect.Vyos => $"/config/bgplb.{router.Owner}",
            Dialect.Unifi => $"/data/bgplb.{router.Owner}",
            _ => $"/var/lib/bgplb.{router.Owner}",
        };

    private static string Expected(RouterFamily family) =>
        string.Join(
            ' ',
            family.PeerGroup,
            family.Sessions,
            family.PrefixLimit,
            List(family.ListenRanges),
            List(family.Accepted),
            List(family.Nodes)
        );

    private static string List<T>(ImmutableArray<T> values) => values.IsEmpty ? "-" : string.Join(',', values);
}
