using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>The router takes a session from every node.</summary>
internal static class ListenLimit
{
    /// <summary>What FRR, and so VyOS, takes where nothing is said.</summary>
    private const uint Unsaid = 100;

    public static Rule Rule { get; } =
        new()
        {
            Name = "listen-limit",
            Demand = "The router takes as many dynamic sessions as the nodes dial.",
            Why = "Beyond the limit a node simply gets no session; only the router's log says so.",
            Remedy = "Set cluster.nodeGroups[].count to the number of nodes and routers[].spareNodes to what may come.",
            Wrong = "5 nodes\nset protocols bgp listen limit '4'",
            Right = "5 nodes\nset protocols bgp listen limit '13'",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var peerings = Peerings.Of(stack);
        var dialled = peerings.Sessions.ToLookup(session => session.Router);
        return from router in peerings.Routers
            let sessions = dialled[router].Sum(session => session.Nodes?.Nodes ?? 0)
            let limit = router.ListenLimit ?? Unsaid
            where limit < sessions
            select new Violation(
                router.Configuration,
                $"{router} takes {router.Shown(limit)} sessions, and the nodes dial {sessions}."
            );
    }
}
