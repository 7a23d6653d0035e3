namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What a reader wants to know first.</summary>
internal static class Verdict
{
    public static Markup Of(RehearsalReport report) =>
        Markup.Of(
            $"""
            <p class="kind">Rehearsal</p>
            <h1>Stack {report.Stack} of {report.Project}</h1>
            <p class="verdict">{Words.State(report.Passed ? Outcomes.Passed : Outcomes.Failed)} {Counts(report)}</p>
            <dl class="facts">
            <div><dt>Began</dt><dd><time datetime="{Iso(report.Began)}">{Day(report.Began)}</time></dd></div>
            <div><dt>Took</dt><dd>{Words.Duration(report.Elapsed)}</dd></div>
            <div><dt>Speakers</dt><dd>{report.Speakers}</dd></div>
            </dl>
            {Failures(report)}
            """
        );

    private static string Counts(RehearsalReport report)
    {
        var (passed, failed, left) = (
            Number(report, Outcomes.Passed),
            Number(report, Outcomes.Failed),
            Number(report, Outcomes.LeftOut)
        );
        return $"{Words.Count(passed, "scenario", "scenarios")} passed, {failed} failed, {left} left out";
    }

    private static int Number(RehearsalReport report, Outcomes outcome) =>
        report.Scenarios.Count(scenario => scenario.Outcome == outcome);

    private static Markup Failures(RehearsalReport report)
    {
        var failed = report.Scenarios.Where(scenario => scenario.Outcome == Outcomes.Failed).ToArray();
        return failed.Length == 0
            ? Markup.Empty
            : Markup.Of(
                $"""
                <div class="failures">
                <p>What failed:</p>
                <ul>
                {Markup.Each(failed, scenario => Failure(report, scenario))}</ul>
                </div>

                """
            );
    }

    private static Markup Failure(RehearsalReport report, ScenarioResult scenario) =>
        Markup.Of(
            $"<li><a href=\"#{Anchor.Of(report, scenario)}\">{scenario.Title}</a>{Markup.Each(scenario.Checks.Where(check => !check.Passed), Line)}</li>\n"
        );

    private static Markup Line(Check check) =>
        Markup.Of($"<br><span class=\"why\">{check.What}: wanted {check.Wanted}; found {check.Found}</span>");

    private static string Iso(DateTimeOffset time) => $"{time:yyyy-MM-ddTHH:mm:sszzz}";

    private static string Day(DateTimeOffset time) => $"{time:d MMMM yyyy, HH:mm:ss} (UTC{time:zzz})";
}
