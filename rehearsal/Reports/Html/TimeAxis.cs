namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Time from left to right.</summary>
/// <param name="Left">Where the traffic begins, in pixels.</param>
/// <param name="Right">Where it ends.</param>
internal sealed record TimeAxis(double Left, double Right, TimeSpan Length)
{
    private const int MostTicks = 10;
    private static readonly double[] Steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600];

    private double Seconds => Math.Max(Length.TotalSeconds, Steps[0]);

    /// <summary>Where a time is; never outside the picture.</summary>
    public double At(TimeSpan time) => Left + ((Right - Left) * Math.Clamp(time.TotalSeconds / Seconds, 0, 1));

    /// <summary>Round numbers of seconds, at most ten and the zero.</summary>
    public IEnumerable<TimeSpan> Ticks()
    {
        var step = Steps.FirstOrDefault(one => Seconds / one <= MostTicks, Math.Ceiling(Seconds / MostTicks));
        // Not by adding: 0.1 is not exact.
        for (var i = 0; i * step <= Seconds + 1e-9; i++)
        {
            yield return TimeSpan.FromSeconds(i * step);
        }
    }
}
