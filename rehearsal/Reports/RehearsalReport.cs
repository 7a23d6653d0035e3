using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Rehearsal.Reports;

/// <summary>What a rehearsal found.</summary>
/// <param name="Speakers">What spoke for the nodes, with its version.</param>
/// <param name="StandIns">What stood in for something else, one sentence each.</param>
/// <param name="Versions">Programs and their versions.</param>
/// <param name="Began">When the lab was begun.</param>
/// <param name="Elapsed">From nothing to the last scenario's end.</param>
public sealed record RehearsalReport(
    string Project,
    string Stack,
    string Speakers,
    IReadOnlyList<string> StandIns,
    IReadOnlyList<(string Program, string Version)> Versions,
    Topology Topology,
    DateTimeOffset Began,
    TimeSpan Elapsed,
    IReadOnlyList<ScenarioResult> Scenarios
)
{
    public bool Passed => Scenarios.All(scenario => scenario.Outcome != Outcomes.Failed);
}

/// <summary>Who is where.</summary>
/// <param name="Peerings">Who dials whom.</param>
/// <param name="Client">Where the traffic comes from: addresses behind the first router.</param>
public sealed record Topology(
    IReadOnlyList<TopologyRouter> Routers,
    IReadOnlyList<TopologyNode> Nodes,
    IReadOnlyList<TopologyService> Services,
    IReadOnlyList<TopologyPeering> Peerings,
    IReadOnlyList<string> Client
);

/// <param name="Dialect">VyOS, FRR or UniFi, and what ran in its place.</param>
/// <param name="Addresses">Towards the nodes.</param>
/// <param name="Configuration">What ran at the end, in the router's own language, without passwords.</param>
public sealed record TopologyRouter(
    string Name,
    string Dialect,
    uint Asn,
    IReadOnlyList<string> Addresses,
    string Configuration
);

public sealed record TopologyNode(string Name, string Group, uint Asn, IReadOnlyList<string> Addresses);

/// <summary>The nodes of a group dial a router, each with a session of its own.</summary>
/// <param name="Group">The node group's name.</param>
/// <param name="Router">The router's name.</param>
/// <param name="Address">What they dial; its family is the session's.</param>
public sealed record TopologyPeering(string Group, string Router, string Address);

/// <param name="Name">NAMESPACE/NAME.</param>
/// <param name="Policy">Cluster or Local.</param>
public sealed record TopologyService(string Name, IReadOnlyList<string> Addresses, string Policy, bool IsAnnounced);

/// <summary>How a scenario ended.</summary>
public enum Outcomes
{
    Passed,
    Failed,

    /// <summary>The stack or the machine has not what it needs.</summary>
    LeftOut,
}

/// <summary>What one scenario found.</summary>
/// <param name="Name">As <c>--only</c> takes it.</param>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Checks">What had to hold and what was found.</param>
/// <param name="Loss">What was lost of the traffic that ran meanwhile; null without any.</param>
/// <param name="Reason">Why it was left out; empty otherwise.</param>
public sealed record ScenarioResult(
    string Name,
    string Title,
    string Group,
    Outcomes Outcome,
    TimeSpan Elapsed,
    IReadOnlyList<Check> Checks,
    LossRecord? Loss = null,
    string Reason = ""
);

/// <param name="What">What had to hold.</param>
/// <param name="Wanted">The promise, for people.</param>
/// <param name="Found">What was measured or seen, for people.</param>
/// <param name="IsJudged">False for what was only measured; it counts as passed.</param>
public sealed record Check(string What, string Wanted, string Found, bool Passed, bool IsJudged = true);

/// <summary>Loss over time.</summary>
/// <param name="Actions">What was done when, since the traffic began.</param>
/// <param name="Judgement">What was promised and what was measured; one of the scenario's checks.</param>
public sealed record LossRecord(
    TrafficRecord Traffic,
    IReadOnlyList<(TimeSpan At, string What)> Actions,
    Check Judgement
);
