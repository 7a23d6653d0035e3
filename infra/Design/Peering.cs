using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>Who dials whom: every node group every router, once per family that the group has a gateway of.</summary>
internal static class Peering
{
    public static PeeringDesign Design(
        string project,
        NodeGroupSettings nodes,
        StackSettings settings,
        SessionDesign session
    ) =>
        new(
            nodes.Name,
            $"{project}-{nodes.Name}",
            nodes.Labels,
            nodes.Subnets,
            nodes.Count,
            [
                .. from router in settings.Routers
                from address in AddressesIn(router, nodes).Order()
                let family = session.Families.First(family => family.Family == address.Family)
                select new PeerDesign(
                    $"{router.Name}-{Suffix(address.Family)}",
                    router.Name,
                    address.Family,
                    address,
                    router.Asn,
                    family.PeerConfigName
                ),
            ],
            [.. nodes.Nodes.Where(node => node.RouterId is not null)]
        );

    /// <summary>The families in which any group has sessions, IPv4 first.</summary>
    public static ImmutableArray<SessionFamily> FamiliesOf(string project, ImmutableArray<NodeGroupSettings> groups)
    {
        var families = new List<SessionFamily>();
        foreach (var family in (IpFamily[])[IpFamily.IPv4, IpFamily.IPv6])
        {
            if (groups.Any(group => group.Peers(family)))
            {
                families.Add(new(family, $"{project}-{Suffix(family)}"));
            }
        }

        return [.. families];
    }

    /// <summary>How a family is written in names.</summary>
    public static string Suffix(IpFamily family) => family == IpFamily.IPv4 ? "ipv4" : "ipv6";

    private static IEnumerable<Address> AddressesIn(RouterSettings router, NodeGroupSettings group) =>
        router.Addresses.IsEmpty
            ? group.Gateways
            : router.Addresses.Where(address =>
                group.Peers(address.Family) && group.Subnets.Any(subnet => subnet.Contains(address))
            );
}
