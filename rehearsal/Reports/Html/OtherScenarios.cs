namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>The scenarios without traffic by their groups; what failed comes first and is open.</summary>
internal static class OtherScenarios
{
    public static Markup Of(RehearsalReport report)
    {
        var groups = report
            .Scenarios.Where(scenario => scenario.Loss is null)
            .GroupBy(scenario => scenario.Group)
            .OrderByDescending(group => group.Any(scenario => scenario.Outcome == Outcomes.Failed))
            .ToArray();
        return groups.Length == 0
            ? new("<p>There was none.</p>\n")
            : Markup.Each(
                groups,
                group =>
                    Markup.Of(
                        $"<h3>{group.Key}</h3>\n{Markup.Each(group.OrderBy(Rank), scenario => Scenario(report, scenario))}"
                    )
            );
    }

    private static int Rank(ScenarioResult scenario) => scenario.Outcome == Outcomes.Failed ? 0 : 1;

    private static Markup Scenario(RehearsalReport report, ScenarioResult scenario) =>
        scenario.Outcome == Outcomes.LeftOut
            ? Markup.Of(
                $"""
                <p class="left-out" id="{Anchor.Of(report, scenario)}">{Words.State(
                    scenario.Outcome
                )} {scenario.Title} <span class="note">{scenario.Name}: {scenario.Reason}</span></p>

                """
            )
            : Markup.Of(
                $"""
                <details id="{Anchor.Of(report, scenario)}"{new Markup(
                    scenario.Outcome == Outcomes.Failed ? " open" : ""
                )}>
                <summary>{Words.State(
                    scenario.Outcome
                )} {scenario.Title} <span class="note">{scenario.Name}, {Words.Duration(
                    scenario.Elapsed
                )}</span></summary>
                {Checks(scenario)}</details>

                """
            );

    private static Markup Checks(ScenarioResult scenario) =>
        scenario.Checks.Count == 0
            ? new("<p>Nothing was checked.</p>\n")
            : CheckTable.Of(scenario.Checks, scenario.Title);
}
