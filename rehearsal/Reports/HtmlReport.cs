using BgpLb.Rehearsal.Reports.Html;

namespace BgpLb.Rehearsal.Reports;

/// <summary>A rehearsal's report as a page that needs nothing else.</summary>
public static class HtmlReport
{
    /// <summary>The nearest to a policy that lets nothing in: the page has its styles in itself, and no scripts.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private static readonly (string Id, string Heading, Func<RehearsalReport, Markup> Content)[] Sections =
    [
        ("reality", "What is real, and what stands in", Reality.Of),
        ("topology", "Topology", TopologyFigure.Of),
        ("peering", "The peering on both ends", PeeringTables.Of),
        ("promises", "Promise and measurement", PromiseTable.Of),
        ("loss", "Loss over time", Timelines.Of),
        ("scenarios", "All other scenarios", OtherScenarios.Of),
        ("configurations", "Running configuration", Configurations.Of),
        ("versions", "Tools and versions", VersionTable.Of),
    ];

    /// <summary>One HTML document in UTF-8, with pictures and styles in it; it loads and runs nothing.</summary>
    public static string Of(RehearsalReport report) =>
        Markup
            .Of(
                $"""
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{Policy}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>Rehearsal of {report.Stack} ({report.Project}): {(report.Passed ? "passed" : "failed")}</title>
                <style>
                {Style.Text}</style>
                </head>
                <body>
                <header>
                {Verdict.Of(report)}<nav aria-label="Contents">
                <ul>
                {Markup.Each(
                    Sections,
                    section => Markup.Of($"<li><a href=\"#{section.Id}\">{section.Heading}</a></li>\n")
                )}</ul>
                </nav>
                </header>
                <main>
                {Markup.Each(Sections, section => Section(section.Id, section.Heading, section.Content(report)))}</main>
                </body>
                </html>

                """
            )
            .Text;

    private static Markup Section(string id, string heading, Markup content) =>
        Markup.Of(
            $"""
            <section id="{id}" aria-labelledby="{id}-heading">
            <h2 id="{id}-heading">{heading}</h2>
            {content}</section>

            """
        );
}
