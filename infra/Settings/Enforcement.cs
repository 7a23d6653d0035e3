namespace BgpLb.Settings;

/// <summary>What becomes of a stack that violates a rule. The names are Pulumi's.</summary>
public enum Enforcement
{
    /// <summary>The rule is not applied.</summary>
    Disabled,

    /// <summary>It is said, and nothing is stopped.</summary>
    Advisory,

    /// <summary>A check fails, and the engine refuses the update.</summary>
    Mandatory,
}
