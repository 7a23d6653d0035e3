using System.Text;

namespace BgpLb.Rehearsal;

/// <summary>Reads what a program writes, so that it can be looked at while the program still runs.</summary>
internal sealed class Capture
{
    private readonly StringBuilder _text = new();
    private readonly Task _reading;

    public Capture(StreamReader reader) => _reading = ReadAsync(reader);

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
    public bool WaitForEnd(TimeSpan limit) => _reading.Wait(limit);

    private async Task ReadAsync(StreamReader reader)
    {
        var buffer = new char[4096];
        int length;
        while ((length = await reader.ReadAsync(buffer)) > 0)
        {
            lock (_text)
            {
                _text.Append(buffer, 0, length);
            }
        }
    }
}
