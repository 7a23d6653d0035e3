using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>VIP subnets stand apart from every other network and are on no interface.</summary>
internal static class VipSubnetChecks
{
    private static readonly NetworkUse[] Special =
    [
        Reserved("0.0.0.0/8", "this host"),
        Reserved("127.0.0.0/8", "loopback"),
        Reserved("169.254.0.0/16", "link-local"),
        Reserved("224.0.0.0/3", "multicast and reserved"),
        Reserved("::/8", "loopback and reserved"),
        Reserved("fe80::/10", "link-local"),
        Reserved("ff00::/8", "multicast"),
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
        foreach (var special in Special.Where(special => special.Network.Overlaps(vips)))
        {
            problems.Add(
                path,
                $"{vips}, which overlaps {special.Network} ({special.Use})",
                "a network of unicast addresses"
            );
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

    private static IEnumerable<Located<Address>> AddressesOf(RouterSettings router, int i)
    {
        yield return new(router.RouterId, $"routers[{i}].routerId");
        if (Address.Parse(router.Access.Target.Trim('[', ']')) is { } host && host != router.RouterId)
        {
            yield return new(host, $"routers[{i}].{router.Access.TargetPath}");
        }
    }

    private static NetworkUse Reserved(string network, string use) => new(Prefix.Parse(network)!, "", use);
}
