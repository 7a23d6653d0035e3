namespace BgpLb.Policies.Rules.Failover;

/// <summary>For how long a fault may cost traffic.</summary>
/// <param name="Because">What the seconds are made of.</param>
internal sealed record WorstCase(double Seconds, string Because)
{
    /// <summary>From the router's decision to the kernel's table; measured 0.1 to 0.4 s.</summary>
    private const double Table = 0.5;

    /// <summary>From a silent death to the next hop being left out, where the router probes; measured 0.36 to 0.46 s.</summary>
    private const double Probing = 0.5;

    /// <summary>GoBGP stays idle for 5 s after a reset; then it dials, and 2 s later its first routes are there.</summary>
    private const double Idle = 5;

    private const double Handshake = 2;

    /// <summary>Null for a fault that nobody knows.</summary>
    /// <param name="fault">As in the setting <c>objectives.failover</c>.</param>
    public static WorstCase? Of(string fault, Session session) =>
        fault switch
        {
            "speakerKilled" or "agentRestarts" => Restarts(session),
            "nodeDies" or "linkLost" => Silent(session),
            "nodeDrained" => Drained(session),
            "routerReboots" => new(
                Idle + session.ConnectRetry + Handshake,
                $"idle {Idle} s + connect retry {session.ConnectRetry} s + first routes {Handshake} s"
            ),
            _ => null,
        };

    private static WorstCase Restarts(Session session) =>
        session.KeptOfRestarting > 0
            ? new(0, "the routes stay, the datapath forwards without its agent")
            : new(Table, $"routing table {Table} s");

    private static WorstCase Silent(Session session) =>
        session.ProbesNeighbours ? new(Probing, $"neighbour probing {Probing} s")
        : session.KeptOfDead > 0
            ? new(
                session.HoldTime + session.KeptOfDead + Table,
                $"hold time {session.HoldTime} s + stale routes {session.KeptOfDead} s + routing table {Table} s"
            )
        : new(session.HoldTime + Table, $"hold time {session.HoldTime} s + routing table {Table} s");

    /// <summary>Its agent ends first, which looks like a restart; then the node goes.</summary>
    private static WorstCase Drained(Session session) =>
        session.KeptOfRestarting == 0 ? new(Table, $"routing table {Table} s")
        : session.ProbesNeighbours ? new(Probing, $"neighbour probing {Probing} s")
        : new(
            session.KeptOfRestarting + Table,
            $"stale routes {session.KeptOfRestarting} s, as a shutdown looks like a restart + routing table {Table} s"
        );
}
