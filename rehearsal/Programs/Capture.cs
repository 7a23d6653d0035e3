using System.Text;

namespace BgpLb.Rehearsal;

/// <summary>
/// Reads what a program writes, so that it can be looked at while the program still runs. On a thread of its own: the
/// shared ones may all be waiting for programs, and on a busy machine no more of them come.
/// </summary>
internal sealed class Capture
{
    private readonly StringBuilder _text = new();
    private readonly Thread _reading;

    public Capture(StreamReader reader)
    {
        _reading = new(() => Read(reader)) { IsBackground = true };
        _reading.Start();
    }

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>Whether all writers have closed their end in time.</summary>
    public bool WaitForEnd(TimeSpan limit) => _reading.Join(limit);

    private void Read(StreamReader reader)
    {
        var buffer = new char[4096];
        try
        {
            int length;
            while ((length = reader.Read(buffer)) > 0)
            {
                lock (_text)
                {
                    _text.Append(buffer, 0, length);
                }
            }
        }
        catch (Exception ended) when (ended is ObjectDisposedException or IOException)
        {
            // Nobody wants to know any more.
        }
    }
}
