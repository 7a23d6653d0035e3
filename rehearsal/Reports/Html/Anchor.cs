namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Where on the page a scenario is. By its place, as names may hold anything.</summary>
internal static class Anchor
{
    public static string Of(RehearsalReport report, ScenarioResult scenario) =>
        $"scenario-{report.Scenarios.TakeWhile(other => !ReferenceEquals(other, scenario)).Count() + 1}";
}
