using System.Diagnostics;
using BgpLb.Recording;

namespace BgpLb.Bench;

/// <summary>Median wall times in seconds.</summary>
/// <param name="Rules">How many rules there are.</param>
internal sealed record Starts(double Empty, double Plan, double Check, double Big, double Engine, int Rules)
{
    /// <summary>All in turn, so that a busy moment of the machine hits them alike. One round warms up.</summary>
    public static async Task<Starts> MeasureAsync(Programs programs, int runs)
    {
        var config = StackConfig.Of(programs.PathOf("Pulumi.dev.yaml"));
        var folder = BigStack.Write(programs.PathOf("Pulumi.yaml"));
        Func<Task<double>>[] measured =
        [
            () => TimeAsync(programs.Empty()),
            () => TimeAsync(programs.Bgplb("plan", "dev")),
            () => TimeAsync(programs.Bgplb("check", "dev", "prod")),
            () => TimeAsync(programs.Bgplb("check", BigStack.Name, "--project", folder)),
            () => TimeWithEngineAsync(programs, config),
        ];
        var times = measured.Select(_ => new List<double>()).ToArray();
        for (var run = -1; run < runs; run++)
        {
            for (var i = 0; i < measured.Length; i++)
            {
                var time = await measured[i]();
                if (run >= 0)
                {
                    times[i].Add(time);
                }
            }
        }

        Directory.Delete(folder, recursive: true);
        var medians = times.Select(Median).ToArray();
        return new(medians[0], medians[1], medians[2], medians[3], medians[4], programs.Rules);
    }

    /// <summary>What a program may take that judges: some empty programs, and 10 ms for each rule.</summary>
    public double Allowed(int empty) => (empty * Empty) + (0.01 * Rules);

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
