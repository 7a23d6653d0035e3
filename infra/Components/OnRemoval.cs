using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Components;

/// <summary>What becomes of a command that leaves the program.</summary>
internal enum OnRemoval
{
    /// <summary>Its deletion runs.</summary>
    Delete,

    /// <summary>The engine refuses to remove it.</summary>
    Refuse,

    /// <summary>
    /// The engine forgets it, and changes nothing until then: whatever the program gives it now, the inputs of the
    /// state stay, and a command whose inputs stay does not run. So nobody connects to where it ran.
    /// </summary>
    Forget,
}

/// <summary>The engine's options for it.</summary>
internal static class Removals
{
    /// <param name="inputs">All inputs that the type has, given or not.</param>
    public static ResourceOptions With(this ResourceOptions options, OnRemoval what, ImmutableArray<string> inputs) =>
        what switch
        {
            OnRemoval.Refuse => options with { Protect = true },
            // Said expressly, as it may have been protected until now.
            OnRemoval.Forget => options with { Protect = false, RetainOnDelete = true, IgnoreChanges = inputs },
            _ => options,
        };
}
