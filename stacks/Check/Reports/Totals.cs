using System.Text;
using BgpLb.Policies;
using BgpLb.Policies.Rules;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Reports;

/// <summary>The last lines for people: how much was found, and what could not be judged and why.</summary>
internal static class Totals
{
    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        foreach (var line in Undecided(report))
        {
            text.Append(line).Append('\n');
        }

        return text.Append(Counts(report)).Append('\n').ToString();
    }

    /// <summary>What could not be judged, one line for each reason.</summary>
    public static IEnumerable<string> Undecided(CheckReport report) =>
        from pair in report.Stacks.SelectMany(stack => stack.Undecided, (stack, undecided) => (stack, undecided))
        group pair by pair.undecided.Reason into reason
        let stacks = reason.Select(pair => pair.stack.Name).Distinct(StringComparer.Ordinal)
        let rules = reason.Select(pair => pair.undecided.Rule).Distinct(StringComparer.Ordinal)
        select $"Not judged in {string.Join(", ", stacks)}: {string.Join(", ", rules)} ({reason.Key})";

    private static string Counts(CheckReport report)
    {
        var stacks = Words.Count(report.Stacks.Length, "stack", "stacks");
        var rules = Words.Count(AllRules.All.Length, "rule", "rules");
        var levels = report.Stacks.SelectMany(stack => stack.Findings).CountBy(found => found.Level).ToDictionary();
        return levels.Count == 0
            ? $"{stacks}, {rules}: nothing found"
            : $"{stacks}, {rules}: "
                + string.Join(
                    ", ",
                    levels
                        .OrderByDescending(pair => pair.Key)
                        .Select(pair =>
                            pair.Key switch
                            {
                                Severity.Error => Words.Count(pair.Value, "error", "errors"),
                                Severity.Warning => Words.Count(pair.Value, "warning", "warnings"),
                                _ => Words.Count(pair.Value, "note", "notes"),
                            }
                        )
                );
    }
}
