using System.Collections.Immutable;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>
/// The worst case per fault, from measurements on FRR 8.4 to 10.7 and GoBGP: a dead peer is noticed when its hold time
/// runs out; then a router that keeps stale routes keeps them; then the kernel's table changes.
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

    /// <summary>How long a router is to keep routes, so that the promises hold; null where it cannot.</summary>
    public static RestartPolicy? PolicyFor(Dialect dialect, BgpSettings bgp, FailoverSettings promised)
    {
        var restart = bgp.GracefulRestart;
        if (!restart.IsEnabled)
        {
            return new RestartPolicy.DropAtOnce();
        }

        if (dialect != Dialect.Vyos)
        {
            return new RestartPolicy.KeepWhileRestarting(restart.RestartTime);
        }

        var hold = TimeSpan.FromSeconds(bgp.HoldTime);
        var most = TimeSpan.FromSeconds(Math.Min(restart.RestartTime, LongestStale));
        most = Shorter(most, promised.NodeDies - hold - Fib);
        most = Shorter(most, promised.LinkLost - hold - Fib);
        most = Shorter(most, promised.NodeDrained - Fib);
        return most >= TimeSpan.FromSeconds(1) ? new RestartPolicy.KeepStale((int)most.TotalSeconds) : null;
    }

    /// <summary>How long a node may take until its session stands again after a reset, whoever reset it.</summary>
    public static TimeSpan ReconnectOf(BgpSettings bgp) =>
        IdleHold + TimeSpan.FromSeconds(bgp.ConnectRetryTime) + Handshake;

    /// <summary>One line per fault, for the slowest of the routers.</summary>
    public static ImmutableArray<FaultBudget> BudgetOf(
        BgpSettings bgp,
        FailoverSettings promised,
        IEnumerable<RestartPolicy> policies
    )
    {
        var hold = TimeSpan.FromSeconds(bgp.HoldTime);
        var (keepsSilent, keepsClosed) = (0, 0);
        foreach (var policy in policies)
        {
            keepsSilent = Math.Max(keepsSilent, policy is RestartPolicy.KeepStale kept ? kept.Seconds : 0);
            keepsClosed = Math.Max(keepsClosed, SecondsKept(policy));
        }

        var silent = hold + TimeSpan.FromSeconds(keepsSilent) + Fib;
        var silence =
            keepsSilent == 0
                ? $"hold time {bgp.HoldTime} s + routing table {Fib.TotalSeconds} s"
                : $"hold time {bgp.HoldTime} s + stale routes {keepsSilent} s + routing table {Fib.TotalSeconds} s";
        var drained = TimeSpan.FromSeconds(keepsClosed) + Fib;
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
            new(
                Fault.NodeDrained,
                drained,
                promised.NodeDrained,
                keepsClosed == 0
                    ? $"withdrawn, routing table {Fib.TotalSeconds} s"
                    : $"restart time {keepsClosed} s, as a shutdown looks like a restart + routing table {Fib.TotalSeconds} s"
            ),
            new(Fault.LinkLost, silent, promised.LinkLost, silence),
            new(
                Fault.RouterReboots,
                connect,
                promised.RouterReboots,
                $"idle {IdleHold.TotalSeconds} s + connect retry {bgp.ConnectRetryTime} s + first routes {Handshake.TotalSeconds} s"
            ),
        ];
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
