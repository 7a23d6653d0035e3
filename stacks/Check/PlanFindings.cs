using System.Collections.Immutable;
using BgpLb.Policies;
using BgpLb.Settings;

namespace BgpLb.Stacks.Check;

/// <summary>What the policies say of a stack, for its plan.</summary>
internal static class PlanFindings
{
    /// <summary>The stack with the policies' findings beside its own, those that stop an update first.</summary>
    /// <param name="folder">A folder of the project.</param>
    public static PlannedStack With(PlannedStack planned, string folder)
    {
        if (ProjectFiles.Find(folder).Files is not { } files)
        {
            return planned;
        }

        var others = files
            .Stacks.Where(name => name != planned.Design.Stack)
            .Select(name => ReadStack.Of(files, name).View);
        var judged = CheckedStack.Of(ReadStack.Of(files, planned), [.. others.OfType<Policies.Model.StackView>()]);
        return planned with
        {
            Findings = [.. judged.Findings.Select(Shown), .. planned.Findings],
            Undecided = judged.Undecided.Select(undecided => undecided.Rule).Distinct(StringComparer.Ordinal).Count(),
        };
    }

    private static Finding Shown(PlacedFinding found) =>
        found.Finding with
        {
            Severity = found.Level,
            Path = found.Setting.Length > 0 ? found.Setting : found.Finding.Path,
        };
}
