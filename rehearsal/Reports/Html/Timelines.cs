namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Every scenario with traffic: a picture of what was lost when, the same in words, and its other checks.</summary>
internal static class Timelines
{
    public static Markup Of(RehearsalReport report)
    {
        var measured = report.Scenarios.Where(scenario => scenario.Loss is not null).ToArray();
        return measured.Length == 0
            ? new("<p>No scenario measured traffic.</p>\n")
            : Markup.Of(
                $"""
                <p>One row per flow, all on one clock: a bar is a time without answers.</p>
                {Markup.Each(measured, scenario => Article(Anchor.Of(report, scenario), scenario, scenario.Loss!))}
                """
            );
    }

    private static Markup Article(string anchor, ScenarioResult scenario, LossRecord loss)
    {
        Check[] others = [.. scenario.Checks.Where(check => check != loss.Judgement)];
        return Markup.Of(
            $"""
            <article id="{anchor}" aria-labelledby="{anchor}-heading">
            <h3 id="{anchor}-heading">{scenario.Title}</h3>
            <p>{Words.State(scenario.Outcome)} <span class="note">{scenario.Name}, {Words.Duration(
                scenario.Elapsed
            )}: {loss.Judgement.Wanted}; {loss.Judgement.Found}</span></p>
            {Figure(scenario, loss)}{AddressTable(scenario, loss)}{(
                others.Length == 0 ? Markup.Empty : CheckTable.Of(others, scenario.Title)
            )}</article>

            """
        );
    }

    private static Markup Figure(ScenarioResult scenario, LossRecord loss)
    {
        var words = LossWords.Of(loss);
        return loss.Traffic.Flows.Count == 0
            ? Markup.Of($"<p>{words}</p>\n")
            : Markup.Of(
                $"""
                <figure>
                {Table.Box(
                    $"Timeline of “{scenario.Title}”",
                    TimelinePicture.Of(scenario.Title, words, loss)
                )}<figcaption>{words}</figcaption>
                </figure>

                """
            );
    }

    private static Markup AddressTable(ScenarioResult scenario, LossRecord loss) =>
        loss.Traffic.Affected == 0
            ? Markup.Empty
            : Markup.Of(
                $"""
                <details>
                <summary>The same by address</summary>
                {LossTable.Of(scenario.Title, loss.Traffic)}</details>

                """
            );
}
