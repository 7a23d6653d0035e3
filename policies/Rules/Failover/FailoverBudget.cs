using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Failover;

/// <summary>What is promised per fault is what the objects of both ends can keep.</summary>
internal static class FailoverBudget
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "failover-budget",
            Demand = "No fault costs traffic for longer than objectives.failover promises.",
            Why =
                "A dead node gets traffic until its hold time has run out, and for as long again as the router keeps "
                + "stale routes: with Cilium's own timers and graceful restart 210 s.",
            Remedy = "Shorten the timers under bgp, or promise more in objectives.failover.",
            Wrong =
                "timers: { holdTimeSeconds: 90 }\ngracefulRestart: { enabled: true, restartTimeSeconds: 120 }\n"
                + "objectives: { failover: { nodeDies: 3 } }",
            Right =
                "timers: { holdTimeSeconds: 9, keepAliveTimeSeconds: 3 }\ngracefulRestart: { enabled: false }\n"
                + "objectives: { failover: { nodeDies: 10 } }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        Session[] sessions = [.. Session.Of(stack)];
        if (sessions.Length == 0)
        {
            yield break;
        }

        foreach (var balancer in stack.OfType("bgplb:index:LoadBalancer"))
        {
            foreach (var (fault, promise) in balancer["promises"].Entries)
            {
                var (session, worst) = sessions
                    .Select(session => (session, Worst: WorstCase.Of(fault, session)))
                    .MaxBy(each => each.Worst?.Seconds);
                if (worst?.Seconds > promise.Number)
                {
                    yield return new(
                        promise,
                        $"{fault} costs {worst.Seconds} s at worst at {session.Router} with CiliumBGPPeerConfig "
                            + $"{session.Config} ({worst.Because}), while {promise.Shown} s are promised.",
                        $"{Shorter(fault)}, or promise {worst.Seconds} s or more in objectives.failover.{fault}."
                    );
                }
            }
        }
    }

    /// <summary>The design does so by itself where a promise needs it, but on a word to the contrary.</summary>
    private const string Probing =
        "Let the router probe its neighbours (routers[].neighbourProbing unset or true, on links that hold nothing but nodes)";

    private static string Shorter(string fault) =>
        fault switch
        {
            "speakerKilled" or "agentRestarts" => "Enable bgp.gracefulRestart",
            "nodeDies" or "linkLost" => $"{Probing}, or shorten bgp.holdTime and bgp.gracefulRestart.restartTime",
            "nodeDrained" => $"{Probing}, or shorten bgp.gracefulRestart.restartTime",
            _ => "Shorten bgp.connectRetryTime",
        };
}
