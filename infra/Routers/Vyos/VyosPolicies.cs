using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Vyos;

/// <summary>What is taken in from the nodes, and that they are told nothing.</summary>
internal static class VyosPolicies
{
    private const int Step = 10;

    public static IEnumerable<string> Of(RouterDesign router) =>
        [.. Communities(router), .. router.Families.SelectMany(family => Of(router, family))];

    /// <summary>
    /// VyOS turns a named list into regular expressions. "_" is an end or a blank, so that 64512:100 does not also stand
    /// for 64512:1000; several communities are asked for in one expression, as one rule has to find them all.
    /// </summary>
    private static IEnumerable<string> Communities(RouterDesign router)
    {
        if (router.Communities.IsEmpty)
        {
            yield break;
        }

        var list = $"policy community-list {RouterNames.Communities(router)} rule {Step}";
        yield return $"{list} action 'permit'";
        yield return $"{list} regex '_{string.Join("_(.*_)*", CommunityName.Canonical(router.Communities))}_'";
    }

    private static IEnumerable<string> Of(RouterDesign router, RouterFamily family)
    {
        var (list, ip, bits) =
            family.Family == IpFamily.IPv4 ? ("prefix-list", "ip", 32) : ("prefix-list6", "ipv6", 128);
        for (var i = 0; i < family.Accepted.Length; i++)
        {
            var rule = $"policy {list} {RouterNames.Vips(family)} rule {(i + 1) * Step}";
            yield return $"{rule} action 'permit'";
            if (family.Accepted[i].Length < bits)
            {
                yield return $"{rule} ge '{bits}'";
                yield return $"{rule} le '{bits}'";
            }

            yield return $"{rule} prefix '{family.Accepted[i]}'";
        }

        var import = $"policy route-map {RouterNames.Import(family)} rule {Step}";
        yield return $"{import} action 'permit'";
        if (!router.Communities.IsEmpty)
        {
            yield return $"{import} match community community-list '{RouterNames.Communities(router)}'";
        }

        yield return $"{import} match {ip} address prefix-list '{RouterNames.Vips(family)}'";
        if (family.Family == IpFamily.IPv6)
        {
            // A link-local next hop would leave the choice of the interface to whoever sent it.
            yield return $"{import} set ipv6-next-hop prefer-global";
        }

        yield return $"policy route-map {RouterNames.Export(family)} rule {Step} action 'deny'";
    }
}
