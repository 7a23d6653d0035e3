namespace BgpLb.Rehearsal.Execution;

/// <summary>What an update did.</summary>
/// <param name="Steps">In the order in which they ran.</param>
/// <param name="Failure">What ended it; null for a successful one.</param>
public sealed record Update(IReadOnlyList<UpdateStep> Steps, string? Failure)
{
    public bool Succeeded => Failure is null;
}

/// <summary>One resource's turn.</summary>
/// <param name="Action">made, updated or deleted.</param>
/// <param name="Output">What a script said; empty for all else.</param>
public sealed record UpdateStep(string Resource, string Action, TimeSpan Elapsed, string Output);
