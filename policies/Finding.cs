namespace BgpLb.Policies;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something will not work, or not as expected, until it is dealt with.</summary>
    Warning,

    /// <summary>Something breaks, or is open to whoever wants in.</summary>
    Error,
}

/// <summary>Something that a person should know about a stack.</summary>
/// <param name="Rule">What found it: a short, stable name.</param>
/// <param name="Path">The setting or URN that it is about.</param>
/// <param name="Message">With the value that is wrong; never with a secret.</param>
/// <param name="Remedy">What to do about it; empty where there is nothing to do.</param>
public sealed record Finding(string Rule, Severity Severity, string Path, string Message, string Remedy)
{
    /// <summary>The resource that it is about; null for a finding about settings.</summary>
    public string? Urn { get; init; }

    /// <summary>The place within the resource: <c>spec.timers</c>; empty for the whole of it.</summary>
    public string Property { get; init; } = "";

    /// <summary>Whether it stops the update.</summary>
    public bool IsMandatory { get; init; }
}
