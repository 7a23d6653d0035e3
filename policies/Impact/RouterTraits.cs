using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>What a router's end of a session is made of.</summary>
internal static partial class RouterTraits
{
    private const string OneByOne = "Change one router per update, so that the others carry the traffic meanwhile.";

    private const string OverSsh =
        "Let the stack reach the gateway over SSH (routers[].ssh): then only the sessions bounce that have to.";

    /// <summary>By the address that nodes dial.</summary>
    public static IReadOnlyDictionary<string, StackResource> ByAddress(StackView stack)
    {
        var routers = new Dictionary<string, StackResource>(StringComparer.Ordinal);
        foreach (var router in stack.OfType("bgplb:index:RouterChange"))
        {
            foreach (var address in router["addresses"].Elements)
            {
                routers[address.Text ?? ""] = router;
            }
        }

        return routers;
    }

    public static IEnumerable<SessionTrait> Of(StackResource router, NodeGroup nodes)
    {
        var configuration = router["configuration"];
        var text = configuration.Text ?? "";
        yield return SessionTrait.Vital("router itself", router);
        yield return new("AS number", router["asn"], $"{router["asn"].Number}", gentler: OneByOne);
        if (RouterId().Match(text) is { Success: true } match)
        {
            yield return new("router ID", configuration, match.Groups["id"].Value, gentler: OneByOne);
        }

        yield return new(
            "listen ranges",
            configuration,
            RangesOf(text, nodes),
            Gentler: "Change the subnets of one node group per update."
        );
        // Over an API all of the document is replaced, and the gateway starts its BGP anew.
        var isDocument = router["owns"].Exists;
        yield return new("document", configuration, isDocument ? text : "", gentler: OverSsh);
    }

    /// <summary>The ranges from which these nodes dial.</summary>
    private static ImmutableArray<string> RangesOf(string configuration, NodeGroup nodes) =>
        [
            .. ListenRange()
                .Matches(configuration)
                .Select(match => match.Groups["range"].Value)
                .Where(range => Prefix.Parse(range) is { } read && nodes.Subnets.Any(read.Range.Overlaps)),
        ];

    [GeneratedRegex("""\brouter-id '?(?<id>[0-9.]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RouterId();

    [GeneratedRegex("""\blisten range (?<range>\S+) """, RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ListenRange();
}
