using System.Collections.Immutable;
using BgpLb.Addressing;

namespace BgpLb.Policies.Model.Routers;

/// <summary>Reads VyOS's <c>set</c> lines.</summary>
internal static class VyosReader
{
    /// <summary>What stands between the communities in an expression that asks for several of them.</summary>
    private static readonly char[] Between = ['_', '(', '.', '*', ')'];

    public static void Read(IEnumerable<string> lines, RouterEnd end)
    {
        var instance = new VyosInstance(end);
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            // A value with blanks is no value that this model holds.
            var words = line.Replace("'", "", StringComparison.Ordinal)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var isTaken = words switch
            {
                ["set", "protocols", "bgp", .. var rest] => instance.Takes(rest),
                ["set", "policy", var kind, var name, "rule", var at, .. var rest] when Words.IsNumber(at, out var n) =>
                    Takes(end, kind, name, n, rest),
                _ => false,
            };
            if (!isTaken)
            {
                end.Aside.Add(line);
            }
        }
    }

    private static bool Takes(RouterEnd end, string kind, string name, uint number, string[] words) =>
        kind switch
        {
            "prefix-list" => Takes(Named.Prefixes(end, IpFamily.IPv4, name).At(number), words),
            "prefix-list6" => Takes(Named.Prefixes(end, IpFamily.IPv6, name).At(number), words),
            "route-map" => Takes(Named.Map(end, name).At(number), words),
            "community-list" => Takes(Named.Communities(end, name), words),
            _ => false,
        };

    private static bool Takes(PrefixListEntry entry, string[] words)
    {
        switch (words)
        {
            case ["action", var action]:
                entry.Permits = action is "permit";
                return true;
            case ["prefix", var prefix]:
                entry.Prefix = Prefix.Parse(prefix);
                return entry.Prefix is not null;
            case ["ge", var ge] when Words.IsNumber(ge, out var shortest):
                entry.Ge = shortest;
                return true;
            case ["le", var le] when Words.IsNumber(le, out var longest):
                entry.Le = longest;
                return true;
            default:
                return false;
        }
    }

    private static bool Takes(RouteMapEntry entry, string[] words)
    {
        switch (words)
        {
            case ["action", var action]:
                entry.Permits = action is "permit";
                return true;
            case ["match", ("ip" or "ipv6") and var ip, "address", "prefix-list", var list]:
                entry.PrefixLists[ip is "ip" ? IpFamily.IPv4 : IpFamily.IPv6] = list;
                return true;
            case ["match", "community", "community-list", var list]:
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

    private static bool Takes(CommunityList list, string[] words)
    {
        switch (words)
        {
            case ["action", "permit"]:
                return true;
            case ["regex", var expression] when CommunitiesOf(expression) is { } communities:
                list.Alternatives.Add(communities);
                return true;
            default:
                list.IsUnderstood = false;
                return false;
        }
    }

    /// <summary>The communities that an expression asks for, each between "_"; null for any other expression.</summary>
    private static ImmutableArray<string>? CommunitiesOf(string expression)
    {
        var communities = expression.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        return string.Equals(expression, $"_{string.Join("_(.*_)*", communities)}_", StringComparison.Ordinal)
            ? [.. communities]
            : null;
    }
}
