using System.Collections.Immutable;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>Something that is done to the lab, and what must hold then; read from a file.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Group">The heading it stands under in the output.</param>
/// <param name="IsDefault">Whether it belongs to what a person waits for before an update.</param>
/// <param name="Needs">What a stack must have for it: a name and a least number.</param>
/// <param name="Do">What is done, in this order.</param>
/// <param name="Loss">What the traffic meanwhile may lose; null where none is measured.</param>
/// <param name="Then">What must hold.</param>
internal sealed record Scenario(
    string Name,
    string Title,
    string Group,
    bool IsDefault,
    ImmutableArray<Need> Needs,
    ImmutableArray<Step> Do,
    LossLimit? Loss,
    ImmutableArray<Step> Then
);

/// <param name="What">nodes, labels (node groups that have some), gracefulRestart or communities.</param>
internal sealed record Need(string What, int AtLeast);

/// <summary>An action or an expectation with what it is about.</summary>
internal sealed record Step(string What, StepArgument Argument, int Line);

/// <summary>What a step is given: a text, or texts by name.</summary>
internal sealed record StepArgument(string Text, ImmutableDictionary<string, string> Parts)
{
    public string this[string name] => Parts.GetValueOrDefault(name) ?? "";

    /// <exception cref="RehearsalException">It is none.</exception>
    public int Number =>
        int.TryParse(Text, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new RehearsalException($"\"{Text}\" is no whole number; give the number of a node or of seconds");
}

/// <param name="Within">A fault whose promise counts, or milliseconds; null with <paramref name="Milliseconds"/>.</param>
/// <param name="Lasts">Seconds of traffic after the last action.</param>
internal sealed record LossLimit(string? Within, int Milliseconds, int Lasts);
