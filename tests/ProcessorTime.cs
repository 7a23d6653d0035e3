using System.Runtime.InteropServices;

namespace BgpLb.Tests;

/// <summary>What a computation costs, whatever else the machine does meanwhile.</summary>
internal static class ProcessorTime
{
    /// <summary>The processor time of something that runs on the calling thread alone.</summary>
    public static TimeSpan Of(Action action)
    {
        var before = OfThread();
        action();
        return OfThread() - before;
    }

    private static TimeSpan OfThread()
    {
        var clock = OperatingSystem.IsMacOS() ? 16 : 3;
        Assert.Equal(0, Read(clock, out var time));
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick);
    }

    private readonly record struct Time(nint Seconds, nint Nanoseconds);

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out Time time);
}
