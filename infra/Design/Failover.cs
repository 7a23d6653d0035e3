using System.Collections.Immutable;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>
/// The worst case per fault, from measurements on FRR 8.4 to 10.7 and GoBGP: a dead peer is noticed when its hold time
/// runs out; then a router that keeps stale routes keeps them; then the kernel's table changes. A router that probes its
/// neighbours leaves a dead one out before any of this.
/// </summary>
internal static class Failover
{
    /// <summary>From the router's decision to the kernel's table; measured 0.1 to 0.4 s.</summary>
    private static readonly TimeSpan Fib = TimeSpan.FromSeconds(0.5);

    /// <summary>GoBGP stays idle for 5 s after a reset, whatever its settings.</summary>
    private static readonly TimeSpan IdleHold = TimeSpan.FromSeconds(5);

    /// <summary>Handshake and first routes of a session.</summary>
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(2);

    /// <summary>VyOS's largest stalepath-time.</summary>
    private const int LongestStale = 3600;

    /// <summary>
    /// The least that a silent node and a drained one cost at a router that does not probe, however short it keeps routes.
    /// </summary>
    public static (TimeSpan Silent, TimeSpan Drained) Unprobed(RouterSettings router, BgpSettings bgp)
    {
        var isKeeping = bgp.GracefulRestart.IsEnabled;
        var ofDead = isKeeping && router.Dialect == Dialect.Vyos ? 1 : 0;
        var ofRestarting =
            !isKeeping ? 0
            : router.Dialect == Dialect.Vyos ? 1
            : bgp.GracefulRestart.RestartTime;
        return (TimeSpan.FromSeconds(bgp.HoldTime + ofDead) + Fib, TimeSpan.FromSeconds(ofRestarting) + Fib);
    }

    /// <summary>How long a router is to keep routes, so that the promises hold; null where it cannot.</summary>
    /// <param name="probes">Whether it probes its neighbours.</param>
    public static RestartPolicy? PolicyFor(
        RouterSettings router,
        BgpSettings bgp,
        FailoverSettings promised,
        bool probes
    )
    {
        var restart = bgp.GracefulRestart;
        if (!restart.IsEnabled)
        {
            return new RestartPolicy.DropAtOnce();
        }

        if (router.Dialect != Dialect.Vyos)
        {
            return new RestartPolicy.KeepWhileRestarting(restart.RestartTime);
        }

        var hold = TimeSpan.FromSeconds(bgp.HoldTime);
        var most = TimeSpan.FromSeconds(Math.Min(restart.RestartTime, LongestStale));
        // Where probing keeps a promise, stale routes do not break it.
        var probed = probes ? NeighbourProbing.WorstCase : TimeSpan.MaxValue;
        most = promised.NodeDies >= probed ? most : Shorter(most, promised.NodeDies - hold - Fib);
        most = promised.LinkLost >= probed ? most : Shorter(most, promised.LinkLost - hold - Fib);
        most = promised.NodeDrained >= probed ? most : Shorter(most, promised.NodeDrained - Fib);
        return most >= TimeSpan.FromSeconds(1) ? new RestartPolicy.KeepStale((int)most.TotalSeconds) : null;
    }

    /// <summary>How long a node may take until its session stands again after a reset, whoever reset it.</summary>
    public static TimeSpan ReconnectOf(BgpSettings bgp) =>
        IdleHold + TimeSpan.FromSeconds(bgp.ConnectRetryTime) + Handshake;

    /// <summary>One line per fault, for the slowest of the routers.</summary>
    public static ImmutableArray<FaultBudget> BudgetOf(
        BgpSettings bgp,
        FailoverSettings promised,
        IReadOnlyCollection<RouterDesign> routers
    )
    {
        var (silent, silence) = Slowest(routers.Select(router => SilenceAt(router, bgp)));
        var (drained, drain) = Slowest(routers.Select(DrainAt));
        var isGraceful = bgp.GracefulRestart.IsEnabled;
        var connect = ReconnectOf(bgp);
        return
        [
            new(
                Fault.SpeakerKilled,
                isGraceful ? TimeSpan.Zero : Fib,
                promised.SpeakerKilled,
                isGraceful
                    ? "routes stay, the datapath forwards without its agent"
                    : $"the kernel closes the session + routing table {Fib.TotalSeconds} s"
            ),
            new(Fault.NodeDies, silent, promised.NodeDies, silence),
            new(
                Fault.AgentRestarts,
                isGraceful ? TimeSpan.Zero : Fib,
                promised.AgentRestarts,
                isGraceful ? "graceful restart keeps the routes" : $"withdrawn, routing table {Fib.TotalSeconds} s"
            ),
            new(Fault.NodeDrained, drained, promised.NodeDrained, drain),
            new(Fault.LinkLost, silent, promised.LinkLost, silence),
            new(
                Fault.RouterReboots,
                connect,
                promised.RouterReboots,
                $"idle {IdleHold.TotalSeconds} s + connect retry {bgp.ConnectRetryTime} s + first routes {Handshake.TotalSeconds} s"
            ),
        ];
    }

    private static (TimeSpan Lasts, string Because) Slowest(IEnumerable<(TimeSpan Lasts, string Because)> routers) =>
        routers.DefaultIfEmpty((Lasts: Fib, Because: "no router")).MaxBy(router => router.Lasts);

    /// <summary>What a node costs that is silent all at once.</summary>
    private static (TimeSpan Lasts, string Because) SilenceAt(RouterDesign router, BgpSettings bgp)
    {
        if (router.ProbesNeighbours)
        {
            return (NeighbourProbing.WorstCase, $"neighbour probing {NeighbourProbing.WorstCase.TotalSeconds} s");
        }

        var stale = router.Restart is RestartPolicy.KeepStale kept ? kept.Seconds : 0;
        return (
            TimeSpan.FromSeconds(bgp.HoldTime + stale) + Fib,
            stale == 0
                ? $"hold time {bgp.HoldTime} s + routing table {Fib.TotalSeconds} s"
                : $"hold time {bgp.HoldTime} s + stale routes {stale} s + routing table {Fib.TotalSeconds} s"
        );
    }

    /// <summary>What a node costs whose speaker says goodbye before the node is off.</summary>
    private static (TimeSpan Lasts, string Because) DrainAt(RouterDesign router)
    {
        var seconds = SecondsKept(router.Restart);
        return seconds == 0 ? (Fib, $"withdrawn, routing table {Fib.TotalSeconds} s")
            : router.ProbesNeighbours
                ? (
                    NeighbourProbing.WorstCase,
                    $"forwards until it is off, then neighbour probing {NeighbourProbing.WorstCase.TotalSeconds} s"
                )
            : (
                TimeSpan.FromSeconds(seconds) + Fib,
                $"restart time {seconds} s, as a shutdown looks like a restart + routing table {Fib.TotalSeconds} s"
            );
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan? other) => other < one ? other.Value : one;

    private static int SecondsKept(RestartPolicy policy) =>
        policy switch
        {
            RestartPolicy.KeepWhileRestarting kept => kept.Seconds,
            RestartPolicy.KeepStale kept => kept.Seconds,
            _ => 0,
        };
}
