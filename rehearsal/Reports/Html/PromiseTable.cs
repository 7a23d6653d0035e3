namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What was promised beside what was measured.</summary>
internal static class PromiseTable
{
    public static Markup Of(RehearsalReport report)
    {
        var measured = report.Scenarios.Where(scenario => scenario.Loss is not null).ToArray();
        return measured.Length == 0
            ? new("<p>No scenario measured traffic.</p>\n")
            : Table.Of(
                "How long traffic may fail, and how long it failed",
                ["Scenario", "Promised", "Measured", "Verdict"],
                measured.Select(
                    IReadOnlyList<Markup> (scenario) =>
                        [
                            Markup.Of($"<a href=\"#{Anchor.Of(report, scenario)}\">{scenario.Title}</a>"),
                            Table.Cell(scenario.Loss!.Judgement.Wanted),
                            Table.Cell(scenario.Loss.Judgement.Found),
                            Words.State(scenario.Loss.Judgement),
                        ]
                )
            );
    }
}
