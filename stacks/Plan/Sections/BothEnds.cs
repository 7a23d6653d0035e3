using BgpLb.Design;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>What the two ends of a peering are told, side by side: one table per router and family.</summary>
internal static class BothEnds
{
    public static void Write(Page page, LoadBalancerDesign design)
    {
        foreach (var router in design.Routers)
        {
            foreach (var family in router.Families)
            {
                page.Heading($"Both ends: {design.Cluster.Name} and {router.Name}, {family.Family}");
                page.Table(TableOf(design, router, family));
            }
        }
    }

    private static Table TableOf(LoadBalancerDesign design, RouterDesign router, RouterFamily family)
    {
        var session = design.Session;
        var table = new Table("", "NODES (Cilium)", $"{router.Name.ToUpperInvariant()} ({Words.Of(router)})");
        table.Add("AS number", $"{design.Cluster.Asn}", $"{router.Asn}");
        table.Add("connection", NodeEnd.Dials(design, router, family.Family), RouterEnd.Listens(family));
        table.Add("timers", NodeEnd.Timers(session), RouterEnd.Timers(router));
        table.Add("password", NodeEnd.Password(session), RouterEnd.Password(session));
        table.Add("agent restarts", NodeEnd.Restart(session), RouterEnd.Restart(router.Restart));
        table.Add("routes", NodeEnd.Announces, RouterEnd.Accepts(family));
        table.Add("communities", NodeEnd.Communities(session), RouterEnd.Communities(router));
        table.Add("limits", "", RouterEnd.Limits(router, family));
        table.Add("silent hosts", "", RouterEnd.Probing(router, family));
        table.Add("spreading", "every node announces", $"over up to {router.MaximumPaths} nodes per address");
        if (router.FirewallRule is { } rule)
        {
            table.Add("firewall", "", RouterEnd.Firewall(family, rule));
        }

        table.Add("all else", "", RouterEnd.Discards(router, family));
        return table;
    }
}
