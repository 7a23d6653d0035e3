using BgpLb.Rehearsal.Reports;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Rehearse;

/// <summary>The findings of a rehearsal for people.</summary>
internal static class ReportText
{
    public static string Of(RehearsalReport report, int? width, bool hasColour)
    {
        var page = new Page(width, hasColour);
        page.Heading($"Rehearsal of {report.Project}/{report.Stack}");
        page.Line($"{report.Topology.Nodes.Count} nodes: {report.Speakers}");
        foreach (var sentence in report.StandIns)
        {
            page.Line(sentence);
        }

        foreach (var group in report.Scenarios.GroupBy(scenario => scenario.Group))
        {
            page.Heading(group.Key);
            var table = new Table("SCENARIO", "", "PROMISED", "MEASURED", "TIME");
            foreach (var scenario in group)
            {
                Add(table, scenario);
            }

            page.Table(table);
        }

        page.Heading(Verdict(report));
        return page.ToString();
    }

    private static void Add(Table table, ScenarioResult scenario)
    {
        var word = scenario.Outcome switch
        {
            Outcomes.Passed => "passed",
            Outcomes.Failed => "FAILED",
            _ => "left out",
        };
        if (scenario.Checks.Count == 0)
        {
            table.Add(scenario.Name, word, "", scenario.Reason, "");
        }

        var isFirst = true;
        foreach (var check in scenario.Checks)
        {
            var mark = check.Passed ? "" : "NOT: ";
            table.Add(
                isFirst ? scenario.Name : "",
                isFirst ? word : "",
                $"{check.What}{(check.Wanted.Length > 0 ? $": {check.Wanted}" : "")}",
                $"{mark}{check.Found}",
                isFirst ? $"{scenario.Elapsed.TotalSeconds:0} s" : ""
            );
            isFirst = false;
        }
    }

    private static string Verdict(RehearsalReport report)
    {
        var counts = report.Scenarios.CountBy(scenario => scenario.Outcome).ToDictionary();
        return $"{(report.Passed ? "PASSED" : "FAILED")}: {counts.GetValueOrDefault(Outcomes.Passed)} passed, "
            + $"{counts.GetValueOrDefault(Outcomes.Failed)} failed, {counts.GetValueOrDefault(Outcomes.LeftOut)} left out, "
            + $"in {report.Elapsed.TotalSeconds:0} s";
    }
}
