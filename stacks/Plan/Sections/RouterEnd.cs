using System.Text;
using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>The router's end of a peering, in words.</summary>
internal static class RouterEnd
{
    /// <summary>Where a list of networks goes on in the next line of its cell, on any terminal.</summary>
    private const int Fold = 48;

    public static string Listens(RouterFamily family) => $"listens to {string.Join(", ", family.ListenRanges)}";

    /// <summary>VyOS has no timers for peers that dial in.</summary>
    public static string Timers(RouterDesign router) =>
        router.Dialect == Dialect.Vyos
            ? "its own; the smaller ones of both ends count"
            : $"hold {router.HoldTime} s, keepalive {router.KeepAliveTime} s";

    public static string Password(SessionDesign session) =>
        session.Password.Source == PasswordSource.External
            ? "the stack's secret bgpPassword: the same value"
            : "the same, from Pulumi";

    public static string Restart(RestartPolicy policy) =>
        policy switch
        {
            RestartPolicy.KeepWhileRestarting kept =>
                $"keeps them for {kept.Seconds} s, drops them when the hold time ends",
            RestartPolicy.KeepStale kept => $"keeps them for {kept.Seconds} s, also when the hold time ends",
            _ => "drops its routes at once",
        };

    /// <summary>The links by their networks: their interfaces are known to the router only.</summary>
    public static string Probing(RouterDesign router, RouterFamily family) =>
        router.ProbesNeighbours
            ? $"asks every host on the links of {string.Join(", ", family.ListenRanges)},\n"
                + $"about {NeighbourProbing.QuestionsPerSecond} times a second while packets go to it,\n"
                + $"as {router.ProbingBecause.Replace(", ", ",\n", StringComparison.Ordinal)}"
            : $"not looked for: {router.ProbingBecause}";

    public static string Accepts(RouterFamily family)
    {
        var single = family.Family == Addressing.IpFamily.IPv4 ? "/32" : "/128";
        var text = new StringBuilder($"takes only {single} within");
        var length = Fold;
        foreach (var prefix in family.Accepted)
        {
            var written = prefix.ToString();
            length += written.Length + 2;
            text.Append(length > Fold ? '\n' : ' ').Append(written).Append(',');
            length = length > Fold ? written.Length + 2 : length;
        }

        return text.ToString().TrimEnd(',');
    }

    public static string Communities(RouterDesign router) =>
        router.Communities.IsEmpty ? "asks for none" : $"asks for {string.Join(", ", router.Communities)}";

    public static string Limits(RouterDesign router, RouterFamily family) =>
        $"{Words.Count(family.PrefixLimit, "route", "routes")} per node\n"
        + $"{Words.Count(family.Sessions, "session", "sessions")} expected, {router.ListenLimit} at most over all families";

    public static string Firewall(RouterFamily family, int rule) =>
        $"rule {rule} lets {string.Join(", ", family.ListenRanges)} in to TCP port 179";

    public static string Discards(RouterDesign router, RouterFamily family)
    {
        var subnets = router.VipSubnets.Where(subnet => subnet.Family == family.Family);
        return $"discards what goes to {string.Join(", ", subnets)} and no node announces";
    }
}
