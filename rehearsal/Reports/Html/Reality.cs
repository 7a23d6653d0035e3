namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>How far the lab's word counts.</summary>
internal static class Reality
{
    public static Markup Of(RehearsalReport report) =>
        Markup.Of(
            $"""
            <p>For the nodes spoke <strong>{report.Speakers}</strong>. {(
                report.StandIns.Count == 0 ? "Nothing stood in for anything else." : "This stood in for something else:"
            )}</p>
            {StandIns(report.StandIns)}
            """
        );

    private static Markup StandIns(IReadOnlyList<string> all) =>
        all.Count == 0
            ? Markup.Empty
            : Markup.Of(
                $"""
                <ul>
                {Markup.Each(all, one => Markup.Of($"<li>{one}</li>\n"))}</ul>

                """
            );
}
