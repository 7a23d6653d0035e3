using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Frr;

/// <summary>FRR leaves the spreading of traffic to the kernel.</summary>
internal static class FrrKernel
{
    public static ImmutableArray<KernelSetting> Of(RouterDesign router)
    {
        var settings = ImmutableArray.CreateBuilder<KernelSetting>();
        foreach (var family in router.Families)
        {
            var ip = family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6";
            settings.Add(
                new($"net.{ip}.fib_multipath_hash_policy", 1, "spread connections by addresses, protocol and ports")
            );
        }

        if (router.Families.Any(family => family.Family == IpFamily.IPv4))
        {
            // The kernel does so for IPv6 unasked.
            settings.Add(new("net.ipv4.fib_multipath_use_neigh", 1, "leave unreachable next hops out"));
        }

        return settings.DrainToImmutable();
    }
}
