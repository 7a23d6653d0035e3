using System.Diagnostics;

namespace BgpLb.Rehearsal;

/// <summary>Waits for what is to come about.</summary>
public static class Poll
{
    /// <summary>
    /// How long a wait lasts unless told otherwise: only what is broken costs it, so it is more than a busy machine needs.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);

    /// <summary>Waits until something holds, and returns how long that took.</summary>
    /// <param name="what">For the message when time is up: what was waited for.</param>
    /// <exception cref="RehearsalException">Time is up.</exception>
    public static TimeSpan Until(string what, Func<bool> holds, TimeSpan? limit = null)
    {
        Read(what, () => holds(), holding => holding, limit, out var elapsed);
        return elapsed;
    }

    /// <summary>Reads until what was read is as wanted, and returns it.</summary>
    /// <exception cref="RehearsalException">Time is up; the message holds what was read last.</exception>
    public static T Read<T>(string what, Func<T> read, Func<T, bool> isWanted, TimeSpan? limit = null) =>
        Read(what, read, isWanted, limit, out _);

    private static T Read<T>(string what, Func<T> read, Func<T, bool> isWanted, TimeSpan? limit, out TimeSpan elapsed)
    {
        var end = limit ?? Patience;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var last = read();
            elapsed = watch.Elapsed;
            if (isWanted(last))
            {
                return last;
            }

            if (elapsed > end)
            {
                var seen = last is bool ? "" : $"; last seen: {last}";
                throw new RehearsalException($"not within {end.TotalSeconds} s: {what}{seen}");
            }

            // Reading starts programs, which others wait for too; a twentieth of what it takes is precise enough.
            Thread.Sleep(TimeSpan.FromTicks(Math.Clamp(elapsed.Ticks / 20, ShortestPause.Ticks, LongestPause.Ticks)));
        }
    }
}
