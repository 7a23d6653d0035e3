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
    private static readonly string[] Families = ["ipv4", "ipv6"];
    private static readonly string[] Suffixes = ["", "-vips", "-import", "-export"];

    /// <summary>The list of addresses that are taken in.</summary>
    public static string Vips(RouterFamily family) => $"{family.PeerGroup}-vips";

    /// <summary>The policy for what nodes announce.</summary>
    public static string Import(RouterFamily family) => $"{family.PeerGroup}-import";

    /// <summary>The policy for what nodes are told.</summary>
    public static string Export(RouterFamily family) => $"{family.PeerGroup}-export";

    /// <summary>The list of communities that an announcement has to carry.</summary>
    public static string Communities(RouterDesign router) => $"{router.Owner}-communities";

    /// <summary>Everything that can be the stack's, whether or not the design has it now.</summary>
    public static ImmutableArray<string> All(RouterDesign router) =>
        [
            .. from family in Families from suffix in Suffixes select $"{router.Owner}-{family}{suffix}",
            Communities(router),
        ];
}
