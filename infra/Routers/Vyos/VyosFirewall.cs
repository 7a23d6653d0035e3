using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Vyos;

/// <summary>
/// The rule that lets the nodes, and nobody else, dial: TCP port 179 from their networks. A rule has a number and no name,
/// so its description says whose it is.
/// </summary>
internal static class VyosFirewall
{
    public static IEnumerable<string> Of(RouterDesign router) =>
        router.FirewallRule is { } number
            ?
            [
                .. router.Families.SelectMany(Group),
                .. router.Families.SelectMany(family => Rule(router, family, number)),
            ]
            : [];

    private static IEnumerable<string> Group(RouterFamily family)
    {
        var kind = family.Family == IpFamily.IPv4 ? "network-group" : "ipv6-network-group";
        return family.ListenRanges.Select(range =>
            $"firewall group {kind} {RouterNames.Networks(family)} network '{range}'"
        );
    }

    private static IEnumerable<string> Rule(RouterDesign router, RouterFamily family, int number)
    {
        var ip = family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6";
        var rule = $"firewall {ip} input filter rule {number}";
        return
        [
            $"{rule} action 'accept'",
            $"{rule} description '{router.Owner}'",
            $"{rule} destination port '179'",
            $"{rule} protocol 'tcp'",
            $"{rule} source group network-group '{RouterNames.Networks(family)}'",
        ];
    }
}
