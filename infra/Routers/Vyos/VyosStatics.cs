using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Vyos;

/// <summary>The discard routes of the VIP subnets.</summary>
internal static class VyosStatics
{
    public static IEnumerable<string> Of(RouterDesign router)
    {
        var tag = Discard.TagOf(router.Owner);
        foreach (var subnet in router.VipSubnets)
        {
            var route = subnet.Family == IpFamily.IPv4 ? "route" : "route6";
            yield return $"protocols static {route} {subnet} blackhole distance '{Discard.Distance}'";
            yield return $"protocols static {route} {subnet} blackhole tag '{tag}'";
        }
    }
}
