using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>FRR's prefix lists, lists of communities and what stands within a route map.</summary>
internal static class FrrLists
{
    /// <summary>Whether the line belongs to a list.</summary>
    public static bool Takes(string[] words, RouterEnd end) =>
        words switch
        {
            [("ip" or "ipv6") and var ip, "prefix-list", var name, .. var rest] => TakesEntry(
                Named.Prefixes(end, ip is "ip" ? IpFamily.IPv4 : IpFamily.IPv6, name),
                ip,
                rest
            ),
            ["bgp", "community-list", "standard", var name, .. var rest] => TakesCommunities(
                Named.Communities(end, name),
                rest
            ),
            _ => false,
        };

    /// <summary>Whether the line belongs to an entry of a route map.</summary>
    public static bool Takes(string[] words, RouteMapEntry entry)
    {
        switch (words)
        {
            case ["match", ("ip" or "ipv6") and var ip, "address", "prefix-list", var list]:
                entry.PrefixLists[ip is "ip" ? IpFamily.IPv4 : IpFamily.IPv6] = list;
                return true;
            case ["match", "community", var list]:
                entry.Communities = list;
                return true;
            // They change a route that is taken, and not whether it is.
            case ["set" or "description", ..]:
                return false;
            default:
                entry.HasMore = true;
                return false;
        }
    }

    private static bool TakesEntry(PrefixList list, string ip, ReadOnlySpan<string> words)
    {
        var number = list.Next();
        if (words is ["seq", var at, ..] && Words.IsNumber(at, out number))
        {
            words = words[2..];
        }

        if (words is not [("permit" or "deny") and var action, var network, .. var bounds])
        {
            return false;
        }

        var entry = list.At(number);
        entry.Permits = action is "permit";
        entry.Prefix = Prefix.Parse(
            network is not "any" ? network
            : ip is "ip" ? "0.0.0.0/0"
            : "::/0"
        );
        entry.Le = network is "any" ? (uint)entry.Prefix!.Network.Bits : null;
        for (; bounds is [var bound, var text, ..] && Words.IsNumber(text, out var length); bounds = bounds[2..])
        {
            entry.Ge = bound is "ge" ? length : entry.Ge;
            entry.Le = bound is "le" ? length : entry.Le;
        }

        return entry.Prefix is not null && bounds.IsEmpty;
    }

    private static bool TakesCommunities(CommunityList list, ReadOnlySpan<string> words)
    {
        words = words is ["seq", _, ..] ? words[2..] : words;
        if (words is not ["permit", .. var communities])
        {
            list.IsUnderstood = false;
            return false;
        }

        list.Alternatives.Add([.. communities]);
        return true;
    }
}
