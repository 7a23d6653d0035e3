using System.Collections.Immutable;
using System.Globalization;

namespace BgpLb.Routers;

/// <summary>
/// Communities as FRR itself writes them, which is what VyOS's expressions are matched against: in ascending order, the
/// well-known ones by name.
/// </summary>
internal static class CommunityName
{
    /// <param name="communities">Standard communities, <c>AS:NUMBER</c>.</param>
    public static ImmutableArray<string> Canonical(IEnumerable<string> communities) =>
        [.. communities.Select(NumberOf).Distinct().Order().Select(Written)];

    private static string Written(uint number) =>
        number switch
        {
            0xFFFF0000 => "graceful-shutdown",
            0xFFFF0001 => "accept-own",
            0xFFFF0002 => "route-filter-translated-v4",
            0xFFFF0003 => "route-filter-v4",
            0xFFFF0004 => "route-filter-translated-v6",
            0xFFFF0005 => "route-filter-v6",
            0xFFFF0006 => "llgr-stale",
            0xFFFF0007 => "no-llgr",
            0xFFFF0008 => "accept-own-nexthop",
            0xFFFF029A => "blackhole",
            0xFFFFFF01 => "no-export",
            0xFFFFFF02 => "no-advertise",
            0xFFFFFF03 => "local-AS",
            0xFFFFFF04 => "no-peer",
            _ => $"{number >> 16}:{number & 0xFFFF}",
        };

    private static uint NumberOf(string community)
    {
        var colon = community.IndexOf(':', StringComparison.Ordinal);
        var high = ushort.Parse(community.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture);
        var low = ushort.Parse(community.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return ((uint)high << 16) | low;
    }
}
