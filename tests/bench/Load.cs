using BgpLb.Recording;

namespace BgpLb.Bench;

/// <summary>How the registration of many resources went.</summary>
internal sealed record Load(double PerSecond, double PeakMegabytes, double AgainstIdeal)
{
    /// <param name="delay">How long the engine takes for each.</param>
    public static async Task<Load> MeasureAsync(Programs programs, int count, TimeSpan delay)
    {
        await using var engine = await RecordingEngine.StartAsync(
            "bgplb",
            "load",
            new() { Delay = delay, MeasureOnly = true }
        );
        using var process = System.Diagnostics.Process.Start(programs.Load(engine, count))!;
        var peak = 0L;
        var exited = process.WaitForExitAsync();
        while (await Task.WhenAny(exited, Task.Delay(20)) != exited)
        {
            peak = Math.Max(peak, Measured.PeakMemoryOf(process.Id));
        }

        var meter = engine.Meter;
        var ideal = meter.Count * delay.TotalSeconds / 16;
        return process.ExitCode == 0
            ? new(meter.Count / meter.Span.TotalSeconds, peak / 1e6, meter.Span.TotalSeconds / ideal)
            : throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }
}
