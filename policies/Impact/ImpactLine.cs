using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>One thing that a change does to traffic.</summary>
/// <param name="What">What changes, of which resource: the beginning of a sentence without its end.</param>
/// <param name="Nodes">How many nodes are without routes at the same time.</param>
/// <param name="Seconds">For how long each of them is; 0 for not at all, null for good.</param>
/// <param name="Addresses">How many addresses may move to another Service or vanish, at most.</param>
public sealed record ImpactLine(string What, int Nodes, double? Seconds, long Addresses)
{
    /// <summary>What causes it, as it will be; null for what will not be there any more.</summary>
    public Property? At { get; init; }

    /// <summary>A way that does less, where there is one.</summary>
    public string? Gentler { get; init; }

    /// <summary>Whose nodes they are, and how many: for a sum that counts no node twice.</summary>
    internal ImmutableDictionary<string, int> Owners { get; init; } = ImmutableDictionary<string, int>.Empty;
}
