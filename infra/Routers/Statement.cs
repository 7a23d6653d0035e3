using System.Collections.Immutable;

namespace BgpLb.Routers;

/// <summary>What the program may do with a statement on a router.</summary>
internal enum Ownership
{
    /// <summary>Its name, or its tag, is the stack's: it is written, changed and removed.</summary>
    Owned,

    /// <summary>It holds for the whole router, so others may need it as well: it is asserted, never taken away.</summary>
    Global,
}

/// <summary>One line of a router's configuration.</summary>
/// <param name="Context">The blocks it stands in, outermost first; empty in dialects without blocks.</param>
/// <param name="Text">The line without indentation; a password is left out.</param>
/// <param name="EndsInPassword">Whether the sessions' password follows the text.</param>
internal sealed record Statement(
    Ownership Ownership,
    ImmutableArray<string> Context,
    string Text,
    bool EndsInPassword = false
)
{
    /// <summary>What people are shown in the password's place.</summary>
    public const string Placeholder = "<password>";

    public override string ToString() => EndsInPassword ? Text + Placeholder : Text;
}
