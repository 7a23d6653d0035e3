using System.Diagnostics;
using BgpLb.Recording;

namespace BgpLb.Bench;

/// <summary>Median wall times in seconds.</summary>
internal sealed record Starts(double Empty, double Plan, double Engine)
{
    /// <summary>All three in turn, so that a busy moment of the machine hits them alike. One round warms up.</summary>
    public static async Task<Starts> MeasureAsync(Programs programs, int runs)
    {
        var config = StackConfig.Of(programs.PathOf("Pulumi.dev.yaml"));
        List<double> empty = [];
        List<double> plan = [];
        List<double> engine = [];
        for (var run = -1; run < runs; run++)
        {
            var times = (
                await TimeAsync(programs.Empty()),
                await TimeAsync(programs.Plan()),
                await TimeWithEngineAsync(programs, config)
            );
            if (run >= 0)
            {
                empty.Add(times.Item1);
                plan.Add(times.Item2);
                engine.Add(times.Item3);
            }
        }

        return new(Median(empty), Median(plan), Median(engine));
    }

    private static async Task<double> TimeWithEngineAsync(Programs programs, string config)
    {
        await using var engine = await RecordingEngine.StartAsync("bgplb", "dev");
        return await TimeAsync(programs.Registering(engine, config));
    }

    private static async Task<double> TimeAsync(ProcessStartInfo start)
    {
        var clock = Stopwatch.StartNew();
        using var process = await Programs.RunAsync(start);
        return clock.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
