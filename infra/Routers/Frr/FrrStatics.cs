using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Frr;

/// <summary>The discard routes of the VIP subnets.</summary>
internal static class FrrStatics
{
    public static IEnumerable<Statement> Of(RouterDesign router) =>
        from subnet in router.VipSubnets
        let ip = subnet.Family == IpFamily.IPv4 ? "ip" : "ipv6"
        select new Statement(
            Ownership.Owned,
            [],
            $"{ip} route {subnet} blackhole tag {Discard.TagOf(router.Owner)} {Discard.Distance}"
        );
}
