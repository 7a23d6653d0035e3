namespace BgpLb.Stacks.Findings;

/// <summary>How much a finding matters.</summary>
internal enum Severity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Something will not work, or not as expected, until it is dealt with.</summary>
    Warning,
}

/// <summary>Something that a person should know about a stack.</summary>
/// <param name="Rule">What found it: a short, stable name.</param>
/// <param name="Path">The setting or URN that it is about.</param>
/// <param name="Remedy">What to do about it; empty where there is nothing to do.</param>
internal sealed record Finding(string Rule, Severity Severity, string Path, string Message, string Remedy);
