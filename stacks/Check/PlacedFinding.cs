using BgpLb.Policies;

namespace BgpLb.Stacks.Check;

/// <summary>A finding and where a person mends it.</summary>
/// <param name="Line">In the stack's file, from 1.</param>
/// <param name="Setting">The path of the setting; empty where none fits.</param>
internal sealed record PlacedFinding(Finding Finding, int Line, string Setting = "")
{
    /// <summary>How it is shown: as an error exactly where it stops the update.</summary>
    public Severity Level =>
        Finding.IsMandatory ? Severity.Error
        : Finding.Severity == Severity.Info ? Severity.Info
        : Severity.Warning;

    /// <summary>The page about its rule, from the root of this program's repository.</summary>
    public string Page =>
        Finding.Rule == CheckedStack.SettingsRule ? "docs/settings.md"
        : Finding.Rule == CheckedStack.ChartRule ? "docs/check.md"
        : $"docs/policies/{Finding.Rule}.md";

    /// <summary>The same for the same thing found, wherever it stands and however it is worded.</summary>
    public string Identity => $"{Finding.Rule} {Finding.Path}";
}
