using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Policies.Rules;

/// <summary>A demand on a stack. Exactly one of <see cref="Each"/> and <see cref="Whole"/> is given.</summary>
internal sealed record Rule
{
    /// <summary>Short and stable: people configure it by this name.</summary>
    public required string Name { get; init; }

    /// <summary>What it demands, in one sentence.</summary>
    public required string Demand { get; init; }

    /// <summary>What happens where it is not met.</summary>
    public required string Why { get; init; }

    /// <summary>What to do, where a violation does not say so itself.</summary>
    public required string Remedy { get; init; }

    /// <summary>An extract that violates it, as YAML or the router's language.</summary>
    public required string Wrong { get; init; }

    /// <summary>The same extract as it should be.</summary>
    public required string Right { get; init; }

    public Severity Severity { get; init; } = Severity.Error;

    /// <summary>What becomes of a stack that violates it, unless its settings or the engine say otherwise.</summary>
    public Enforcement Enforcement { get; init; } = Enforcement.Mandatory;

    /// <summary>Judges one resource by itself.</summary>
    public Func<StackResource, IEnumerable<Violation>>? Each { get; init; }

    /// <summary>Judges the stack as a whole.</summary>
    public Func<StackView, IEnumerable<Violation>>? Whole { get; init; }
}

/// <summary>What a rule has found.</summary>
/// <param name="At">Where; its content may be quoted only by <see cref="Property.Shown"/>.</param>
/// <param name="Message">What is wrong, with the value.</param>
/// <param name="Remedy">Null for the rule's own.</param>
internal sealed record Violation(Property At, string Message, string? Remedy = null);
