namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>What ran on the routers at the end.</summary>
internal static class Configurations
{
    public static Markup Of(RehearsalReport report) =>
        Markup.Of(
            $"""
            <p>As each router said it at the end, in its own language and without passwords.</p>
            {Markup.Each(report.Topology.Routers, Of)}
            """
        );

    private static Markup Of(TopologyRouter router) =>
        Markup.Of(
            $"""
            <details>
            <summary>{router.Name} <span class="note">{router.Dialect}, {Words.Count(
                Lines(router),
                "line",
                "lines"
            )}</span></summary>
            <pre class="scroll" role="region" aria-label="Running configuration of {router.Name}" tabindex="0">
            {router.Configuration}</pre>
            </details>

            """
        );

    private static int Lines(TopologyRouter router) =>
        router.Configuration.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
