namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What ran.</summary>
internal static class VersionTable
{
    public static Markup Of(RehearsalReport report) =>
        Table.Of(
            "Programs that ran in the lab",
            ["Program", "Version"],
            report.Versions.Select(IReadOnlyList<Markup> (one) => [Table.Cell(one.Program), Table.Cell(one.Version)])
        );
}
