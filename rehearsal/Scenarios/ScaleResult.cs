using System.Diagnostics;
using System.Globalization;
using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Reports;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>How long a large stack takes until it stands, and what it costs the router.</summary>
internal static class ScaleResult
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private static readonly string[] Daemons = ["bgpd", "zebra"];

    /// <param name="began">When the lab was begun.</param>
    public static ScenarioResult Of(StackLab lab, DateTimeOffset began)
    {
        var (watch, nobody) = (Stopwatch.StartNew(), new HashSet<string>());
        TimeSpan? addresses = null;
        IReadOnlyList<string> missing;
        do
        {
            Thread.Sleep(500);
            lab.Refresh();
            if (lab.Services.Services.All(service => service.Addresses.Count > 0))
            {
                addresses ??= DateTimeOffset.Now - began;
            }

            missing = addresses is null ? ["addresses"] : Expectation.Missing(lab, nobody);
        } while (missing.Count > 0 && watch.Elapsed < Limit);

        var routes = DateTimeOffset.Now - began;
        var stands = missing.Count == 0;
        return new(
            "scale",
            $"{lab.Nodes.Length} nodes and {lab.Services.Services.Count} Services stand",
            "Scale",
            stands ? Outcomes.Passed : Outcomes.Failed,
            watch.Elapsed,
            [
                new(
                    "the last address given out",
                    "",
                    addresses is { } at ? $"{Seconds(at)} s after the start" : "never",
                    addresses is not null
                ),
                new(
                    "the last route in the router",
                    $"within {Limit.TotalMinutes:0} min",
                    stands ? $"{Seconds(routes)} s after the start" : string.Join("; ", missing.Take(5)),
                    stands
                ),
                new(
                    "the router's memory",
                    "",
                    $"{MemoryOf(lab.Routers[0])} MB (bgpd and zebra, resident)",
                    Passed: true
                ),
            ]
        );
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static long MemoryOf(LabRouter router)
    {
        var script = string.Join(
            "; ",
            Daemons.Select(daemon =>
                $"grep VmRSS /proc/$(cat /run/frr/{router.Gateway.Namespace.Name}/{daemon}.pid)/status"
            )
        );
        return router
                .Gateway.Run(script, "")
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Sum(line =>
                    long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture)
                ) / 1024;
    }
}
