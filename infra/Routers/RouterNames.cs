using System.Collections.Immutable;
using BgpLb.Design;

namespace BgpLb.Routers;

/// <summary>
/// The names that a stack writes on a router: a fixed list, compared as a whole. A mere prefix would not do, because
/// the names of the stack "dev-2" begin with those of the stack "dev".
/// </summary>
/// <remarks>
/// VyOS takes letters, digits, "-" and "_"; FRR takes 128 characters. Owners of 81 characters leave room for both.
/// </remarks>
internal static class RouterNames
{
    /// <summary>The list of addresses that are taken in.</summary>
    public static string Vips(RouterFamily family) => $"{family.PeerGroup}-vips";

    /// <summary>The policy for what nodes announce.</summary>
    public static string Import(RouterFamily family) => $"{family.PeerGroup}-import";

    /// <summary>The policy for what nodes are told.</summary>
    public static string Export(RouterFamily family) => $"{family.PeerGroup}-export";

    /// <summary>The list of communities that an announcement has to carry.</summary>
    public static string Communities(RouterDesign router) => $"{router.Owner}-communities";

    /// <summary>The firewall's group of the networks that nodes dial from.</summary>
    public static string Networks(RouterFamily family) => family.PeerGroup;

    /// <summary>The firewall's groups that can be the stack's.</summary>
    public static ImmutableArray<string> NetworkGroups(RouterDesign router) => PeerGroups(router);

    /// <summary>The groups that can be the stack's, whether or not the design has them now.</summary>
    public static ImmutableArray<string> PeerGroups(RouterDesign router) =>
        [$"{router.Owner}-ipv4", $"{router.Owner}-ipv6"];

    /// <summary>The prefix lists that can be.</summary>
    public static ImmutableArray<string> Lists(RouterDesign router) =>
        [.. PeerGroups(router).Select(group => $"{group}-vips")];

    /// <summary>The route maps that can be.</summary>
    public static ImmutableArray<string> Maps(RouterDesign router) =>
        [.. PeerGroups(router).SelectMany(group => new[] { $"{group}-import", $"{group}-export" })];
}
