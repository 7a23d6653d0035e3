using BgpLb.Addressing;
using BgpLb.Design;

namespace BgpLb.Routers.Frr;

/// <summary>
/// What is taken in from the nodes, and that they are told nothing. List entries have no numbers: their order does not
/// matter, and so a new pool does not renumber the others.
/// </summary>
internal static class FrrPolicies
{
    public static IEnumerable<Statement> Of(RouterDesign router)
    {
        if (!router.Communities.IsEmpty)
        {
            var all = string.Join(' ', CommunityName.Canonical(router.Communities));
            yield return Owned($"bgp community-list standard {RouterNames.Communities(router)} permit {all}");
        }

        foreach (var statement in router.Families.SelectMany(family => Of(router, family)))
        {
            yield return statement;
        }
    }

    private static IEnumerable<Statement> Of(RouterDesign router, RouterFamily family)
    {
        var (ip, bits) = family.Family == IpFamily.IPv4 ? ("ip", 32) : ("ipv6", 128);
        foreach (var prefix in family.Accepted)
        {
            var exactly = prefix.Length < bits ? $" ge {bits} le {bits}" : "";
            yield return Owned($"{ip} prefix-list {RouterNames.Vips(family)} permit {prefix}{exactly}");
        }

        var import = $"route-map {RouterNames.Import(family)} permit 10";
        yield return Owned(import);
        if (!router.Communities.IsEmpty)
        {
            yield return Owned($"match community {RouterNames.Communities(router)}", import);
        }

        yield return Owned($"match {ip} address prefix-list {RouterNames.Vips(family)}", import);
        if (family.Family == IpFamily.IPv6)
        {
            // A link-local next hop would leave the choice of the interface to whoever sent it.
            yield return Owned("set ipv6 next-hop prefer-global", import);
        }

        yield return Owned($"route-map {RouterNames.Export(family)} deny 10");
    }

    private static Statement Owned(string text, params ReadOnlySpan<string> context) =>
        new(Ownership.Owned, [.. context], text);
}
