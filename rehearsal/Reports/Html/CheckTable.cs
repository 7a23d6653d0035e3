namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What had to hold, and what was found; what failed comes first.</summary>
internal static class CheckTable
{
    public static Markup Of(IReadOnlyList<Check> checks, string scenario) =>
        Table.Of(
            $"Checks of “{scenario}”",
            ["What", "Wanted", "Found", "Verdict"],
            checks
                .OrderBy(check => check.Passed)
                .Select(
                    IReadOnlyList<Markup> (check) =>
                        [Table.Cell(check.What), Table.Cell(check.Wanted), Table.Cell(check.Found), Words.State(check)]
                )
        );
}
