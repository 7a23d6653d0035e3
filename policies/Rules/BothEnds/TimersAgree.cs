using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>The hold time that is written is the one that counts.</summary>
internal static class TimersAgree
{
    private const string Remedy =
        "Set bgp.holdTime and bgp.keepAliveTime, keepAliveTime to a third of holdTime; both ends follow.";

    public static Rule Rule { get; } =
        new()
        {
            Name = "timers-agree",
            Demand = "Both ends have the same timers, and three signs of life fit into a hold time.",
            Why =
                "The smaller hold time of the two counts, so that one end's is not what happens; and with fewer than three "
                + "signs of life a single lost packet ends the session.",
            Remedy = Remedy,
            Wrong = "timers: { holdTimeSeconds: 9, keepAliveTimeSeconds: 3 }\nneighbor bgplb-prod-ipv4 timers 30 90",
            Right = "timers: { holdTimeSeconds: 9, keepAliveTimeSeconds: 3 }\nneighbor bgplb-prod-ipv4 timers 3 9",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var met = Peerings.Of(stack).Met.Where(met => !met.Session.Config.IsMissing).ToArray();
        foreach (var config in met.Select(met => met.Session.Config).DistinctBy(config => config.Spec.Resource.Urn))
        {
            var timers = config.Spec["timers"];
            if (config.KeepAliveTime * 3 > config.HoldTime)
            {
                yield return new(
                    timers,
                    $"{config.Name} sends signs of life every {Seconds(timers["keepAliveTimeSeconds"], config.KeepAliveTime)} "
                        + $"with a hold time of {Seconds(timers["holdTimeSeconds"], config.HoldTime)}: more than a third."
                );
            }
        }

        foreach (
            var (session, router, group) in met.DistinctBy(met => (met.Session.Config.Spec.Resource.Urn, met.Group))
        )
        {
            // VyOS's groups have none, and a router that says nothing takes the nodes' smaller ones.
            if ((group.Timers ?? router.Timers) is { } timers && Differ(session.Config, timers))
            {
                yield return new(
                    router.Configuration,
                    $"{router} has a keepalive and hold time of {router.Shown(timers)} in peer group "
                        + $"{router.Shown(group.Name)}, and {session.Config.Name} other ones."
                );
            }
        }
    }

    private static bool Differ(PeerConfig config, SessionTimers timers) =>
        timers.KeepAlive != config.KeepAliveTime || timers.Hold != config.HoldTime;

    private static string Seconds(Property at, double seconds) => at.IsSecret ? "a secret" : $"{seconds} s";
}
