using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Design;

/// <summary>Existing objects that the stack takes over, by <c>Kind/name</c>.</summary>
internal static class Adoption
{
    public static IEnumerable<Problem> Unknown(LoadBalancerDesign design)
    {
        string[] known = [.. NamesOf(design)];
        return from pair in design.AdoptedObjects.Select((name, i) => (name, i))
            where !known.Contains(pair.name, StringComparer.Ordinal)
            select new Problem(
                $"cilium.adoptObjects[{pair.i}]",
                $"\"{pair.name}\", which the stack does not have",
                Spelling.Suggest(pair.name, known)
            );
    }

    private static IEnumerable<string> NamesOf(LoadBalancerDesign design) =>
        [
            .. design.Pools.Select(pool => $"CiliumLoadBalancerIPPool/{pool.Name}"),
            .. design.Session.Families.Select(family => $"CiliumBGPPeerConfig/{family.PeerConfigName}"),
            $"CiliumBGPAdvertisement/{design.Session.AdvertisementName}",
            .. design.Peerings.Select(peering => $"CiliumBGPClusterConfig/{peering.ConfigName}"),
        ];
}
