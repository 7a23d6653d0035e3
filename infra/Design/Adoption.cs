using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Design;

/// <summary>Existing objects that the stack takes over, by <c>Kind/name</c>.</summary>
internal static class Adoption
{
    public static IEnumerable<Problem> Unknown(LoadBalancerDesign design)
    {
        string[] known = [.. NamesOf(design)];
        for (var i = 0; i < design.AdoptedObjects.Length; i++)
        {
            var name = design.AdoptedObjects[i];
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                yield return new Problem(
                    $"cilium.adoptObjects[{i}]",
                    $"\"{name}\", which the stack does not have",
                    Spelling.Suggest(name, known)
                );
            }
        }
    }

    private static IEnumerable<string> NamesOf(LoadBalancerDesign design) =>
        [
            .. design.Pools.Select(pool => $"CiliumLoadBalancerIPPool/{pool.Name}"),
            .. design.Session.Families.Select(family => $"CiliumBGPPeerConfig/{family.PeerConfigName}"),
            $"CiliumBGPAdvertisement/{design.Session.AdvertisementName}",
            .. design.Peerings.Select(peering => $"CiliumBGPClusterConfig/{peering.ConfigName}"),
        ];
}
