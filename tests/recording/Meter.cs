using System.Diagnostics;

namespace BgpLb.Recording;

/// <summary>Counts calls that run at once, and how long all of them took.</summary>
internal sealed class Meter
{
    private readonly Lock _lock = new();
    private int _now;
    private long _first;
    private long _last;

    /// <summary>The most calls that ever ran at once.</summary>
    public int Most { get; private set; }

    /// <summary>How many calls there were.</summary>
    public int Count { get; private set; }

    /// <summary>From the first call's beginning to the last one's end.</summary>
    public TimeSpan Span => _first == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(_first, _last);

    public void Enter()
    {
        lock (_lock)
        {
            _first = _first == 0 ? Stopwatch.GetTimestamp() : _first;
            Count++;
            Most = Math.Max(Most, ++_now);
        }
    }

    public void Leave()
    {
        lock (_lock)
        {
            _now--;
            _last = Stopwatch.GetTimestamp();
        }
    }
}
