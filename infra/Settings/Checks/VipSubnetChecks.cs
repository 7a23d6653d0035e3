using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>VIP subnets stand apart from every other network and are on no interface.</summary>
internal static class VipSubnetChecks
{
    private static readonly ImmutableArray<(Prefix Network, string Use)> Special =
    [
        .. new[]
        {
            ("0.0.0.0/8", "this host"),
            ("127.0.0.0/8", "loopback"),
            ("169.254.0.0/16", "link-local"),
            ("224.0.0.0/3", "multicast and reserved"),
            ("::/8", "loopback and reserved"),
            ("fe80::/10", "link-local"),
            ("ff00::/8", "multicast"),
        }.Select(special => (Prefix.Parse(special.Item1)!, special.Item2)),
    ];

    public static void Check(StackSettings settings, Problems problems)
    {
        for (var i = 0; i < settings.VipSubnets.Length; i++)
        {
            var path = $"vipSubnets[{i}]";
            if (!problems.Touch(path))
            {
                CheckNetworks(settings, i, path, problems);
                CheckRouters(settings, settings.VipSubnets[i], path, problems);
            }
        }
    }

    private static void CheckNetworks(StackSettings settings, int i, string path, Problems problems)
    {
        var vips = settings.VipSubnets[i];
        foreach (var (network, use) in Special.Where(special => special.Network.Overlaps(vips)))
        {
            problems.Add(path, $"{vips}, which overlaps {network} ({use})", "a network of unicast addresses");
        }

        foreach (var other in NetworkChecks.Of(settings))
        {
            if (!problems.Touch(other.Path) && vips.Overlaps(other.Network))
            {
                problems.Add(
                    path,
                    $"{vips}, which overlaps {other.Network} ({other.Use}, {other.Path})",
                    "a network of its own"
                );
            }
        }

        for (var j = 0; j < i; j++)
        {
            if (!problems.Touch($"vipSubnets[{j}]") && vips.Overlaps(settings.VipSubnets[j]))
            {
                problems.Add(
                    path,
                    $"{vips}, which overlaps {settings.VipSubnets[j]} (vipSubnets[{j}])",
                    "a network of its own"
                );
            }
        }
    }

    /// <summary>An interface in the subnet would make the router look for VIPs there, not at the nodes.</summary>
    private static void CheckRouters(StackSettings settings, Prefix vips, string path, Problems problems)
    {
        foreach (var (address, at) in settings.Routers.SelectMany(AddressesOf))
        {
            if (!problems.Touch(at) && vips.Contains(address))
            {
                problems.Add(
                    path,
                    $"{vips}, which holds the router's own {address} ({at})",
                    "a network that is on no interface: only announcements lead there"
                );
            }
        }
    }

    private static IEnumerable<(Address Address, string Path)> AddressesOf(RouterSettings router, int i)
    {
        yield return (router.RouterId, $"routers[{i}].routerId");
        if (Address.Parse(router.Ssh.Host) is { } host && host != router.RouterId)
        {
            yield return (host, $"routers[{i}].ssh.host");
        }
    }
}
