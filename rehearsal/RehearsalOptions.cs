using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Scenarios;

namespace BgpLb.Rehearsal;

/// <summary>What speaks for the nodes.</summary>
public enum SpeakerKind
{
    /// <summary>Cilium's own control plane against a real API server.</summary>
    Cilium,

    /// <summary>Debian's gobgpd, told what Cilium tells its own.</summary>
    Gobgpd,
}

/// <summary>How a stack is rehearsed.</summary>
public sealed record RehearsalOptions
{
    public SpeakerKind Speakers { get; init; }

    /// <summary>How many nodes there are; null for as many as the stack has.</summary>
    public int? Nodes { get; init; }

    /// <summary>How many load-balancer addresses there are; null for those of the default Services.</summary>
    public int? Vips { get; init; }

    /// <summary>What is run, in this order.</summary>
    internal IReadOnlyList<Scenario> Scenarios { get; init; } = [];

    /// <summary>What is left out of the stack or is another one, to see that the scenarios notice.</summary>
    internal Mistake Mistake { get; init; } = Mistake.None;

    /// <summary>Whether the size of the stack is another one, and is what is measured.</summary>
    internal bool IsScaled => Nodes is not null || Vips is not null;
}
