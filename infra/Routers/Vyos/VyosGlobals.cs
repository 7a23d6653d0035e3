using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Vyos;

/// <summary>What VyOS has only once per router.</summary>
internal static class VyosGlobals
{
    public static IEnumerable<string> Of(RouterDesign router)
    {
        yield return $"protocols bgp system-as '{router.Asn}'";
        yield return $"protocols bgp parameters router-id '{router.RouterId}'";
        if (StaleSeconds(router.Restart) is { } seconds)
        {
            yield return $"protocols bgp parameters graceful-restart stalepath-time '{seconds}'";
        }

        yield return $"protocols bgp listen limit '{router.ListenLimit}'";
        foreach (var family in router.Families)
        {
            yield return $"protocols bgp address-family {Unicast(family)} maximum-paths ebgp '{router.MaximumPaths}'";
        }

        foreach (var family in router.Families)
        {
            var system = family.Family == IpFamily.IPv4 ? "ip" : "ipv6";
            yield return $"system {system} multipath layer4-hashing";
        }

        if (router.Families.Any(family => family.Family == IpFamily.IPv4))
        {
            // The kernel does so for IPv6 unasked.
            yield return "system ip multipath ignore-unreachable-nexthops";
        }
    }

    public static string Unicast(RouterFamily family) =>
        family.Family == IpFamily.IPv4 ? "ipv4-unicast" : "ipv6-unicast";

    /// <summary>VyOS cannot tell a restart from a death: whoever keeps routes keeps them in both cases.</summary>
    private static int? StaleSeconds(RestartPolicy restart) =>
        restart switch
        {
            RestartPolicy.KeepStale kept => kept.Seconds,
            RestartPolicy.KeepWhileRestarting kept => kept.Seconds,
            _ => null,
        };
}
