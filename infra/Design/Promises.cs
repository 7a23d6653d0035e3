using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Design;

/// <summary>Says which promises a design breaks.</summary>
internal static class Promises
{
    public static IEnumerable<Problem> Broken(IEnumerable<FaultBudget> budget) =>
        from line in budget
        where line.Promise < line.WorstCase
        select new Problem(
            $"objectives.failover.{Kinds.Written(line.Fault)}",
            $"a promise of {line.Promise!.Value.TotalSeconds} s",
            $"{line.WorstCase.TotalSeconds} or more, the worst case ({line.Because}); or other bgp timers"
        );

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

    public static Problem CannotKeepRoutes(string router) =>
        new(
            "bgp.gracefulRestart.enabled",
            $"true, with the VyOS router {router}, which keeps a dead node's routes for at least 1 s past the hold time, against what is promised",
            "false; or longer objectives.failover.nodeDies, linkLost and nodeDrained, or a shorter bgp.holdTime"
        );
}
