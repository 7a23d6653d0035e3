using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Design;

/// <summary>Says which promises a design breaks.</summary>
internal static class Promises
{
    public static IEnumerable<Problem> Broken(IEnumerable<FaultBudget> budget, StackSettings settings) =>
        from line in budget
        where line.Promise < line.WorstCase
        let unprobed = Unprobed(settings, line.Fault).FirstOrDefault()
        select new Problem(
            $"objectives.failover.{Kinds.Written(line.Fault)}",
            $"a promise of {line.Promise!.Value.TotalSeconds} s{unprobed.Found}",
            $"{line.WorstCase.TotalSeconds} or more, the worst case ({line.Because}){unprobed.Allowed}; or other bgp timers"
        );

    /// <summary>Where probing would keep a promise, and a setting keeps the router from it.</summary>
    private static IEnumerable<(string Found, string Allowed)> Unprobed(
        StackSettings settings,
        params Fault[] faults
    ) =>
        from router in settings.Routers
        from fault in faults
        let refusal = ProbingChoice.RefusalOf(fault, router, settings.Bgp, settings.Objectives.Failover)
        where refusal is not null
        select ($", with {refusal} at {router.Name}", $"; or neighbour probing, without {refusal}");

    /// <summary>A router that goes back before its nodes can have dialled again would go back from every reset.</summary>
    public static IEnumerable<Problem> TooHasty(IReadOnlyList<RouterDesign> routers) =>
        from i in Enumerable.Range(0, routers.Count)
        let router = routers[i]
        where router.Access is SshSettings && router.RevertAfter <= router.Reconnect
        select new Problem(
            $"routers[{i}].revertAfter",
            $"{router.RevertAfter.TotalSeconds}, while a node may take {router.Reconnect.TotalSeconds} s to dial again",
            $"more than {router.Reconnect.TotalSeconds}, or the router goes back too soon; or a shorter bgp.connectRetryTime"
        );

    public static Problem CannotKeepRoutes(RouterSettings router, StackSettings settings)
    {
        var unprobed = Unprobed(settings with { Routers = [router] }, Fault.NodeDies, Fault.LinkLost, Fault.NodeDrained)
            .FirstOrDefault();
        return new(
            "bgp.gracefulRestart.enabled",
            $"true, with the VyOS router {router.Name}, which keeps a dead node's routes for at least 1 s past the hold time, "
                + $"against what is promised{unprobed.Found}",
            "false; or longer objectives.failover.nodeDies, linkLost and nodeDrained, or a shorter bgp.holdTime"
                + unprobed.Allowed
        );
    }
}
