namespace BgpLb.Policies.Impact;

/// <summary>
/// For how many seconds a node is without routes after a change, measured with Cilium 1.20's own agents and FRR. The
/// rehearsal makes the same changes: its scenarios change-timer, change-password and change-node-asn reset every session
/// once; pool-larger, pool-smaller and pool-moved reset none. Nor does a changed advertisement.
/// </summary>
internal static class Costs
{
    /// <summary>Timers: the agent resets the session, GoBGP then stays idle for 5 s and dials again. About 7 s.</summary>
    public const double Timers = 7;

    /// <summary>Password, families, graceful restart, AS numbers and whatever else sets a session up anew. 2 to 3 s.</summary>
    public const double NewSession = 3;
}
