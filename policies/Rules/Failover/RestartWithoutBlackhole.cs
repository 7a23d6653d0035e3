using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Failover;

/// <summary>A router that keeps the routes of agents that restart must not keep those of nodes that died.</summary>
internal static class RestartWithoutBlackhole
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "restart-without-blackhole",
            Demand =
                "Where graceful restart is on, a dead node's routes go when its hold time ends, its router probes its "
                + "neighbours, or all of it takes no longer than objectives.failover.nodeDies promises.",
            Why =
                "Cilium sets the notification bit, so that a router keeps the routes of a node that died just as those "
                + "of an agent that restarts: its traffic goes nowhere for the whole restart time.",
            Remedy =
                "Let the router probe its neighbours (routers[].neighbourProbing: true, on links that hold nothing but nodes), "
                + "disable bgp.gracefulRestart, or promise as much in objectives.failover.nodeDies.",
            Wrong = "gracefulRestart: { enabled: true, restartTimeSeconds: 120 }\nrouter bgp 64513",
            Right =
                "gracefulRestart: { enabled: true, restartTimeSeconds: 120 }\nrouter bgp 64513\n"
                + " no bgp graceful-restart notification",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var promise = stack
            .OfType("bgplb:index:LoadBalancer")
            .Select(balancer => balancer["promises"]["nodeDies"].Number)
            .Min();
        var keeping = Session
            .Of(stack)
            .Where(session => session is { KeptOfDead: > 0, ProbesNeighbours: false })
            .GroupBy(session => session.Config, StringComparer.Ordinal);
        foreach (var sessions in keeping)
        {
            var session = sessions.MaxBy(session => session.KeptOfDead)!;
            var worst = WorstCase.Of("nodeDies", session)!;
            if (!(worst.Seconds <= promise))
            {
                var config = stack
                    .OfKind("CiliumBGPPeerConfig")
                    .First(config => string.Equals(config.ObjectName, session.Config, StringComparison.Ordinal));
                yield return new(
                    config["spec"]["gracefulRestart"],
                    $"{session.Router} keeps the routes of a dead node of {config} for {worst.Seconds} s "
                        + $"({worst.Because}) and does not notice its death otherwise."
                );
            }
        }
    }
}
