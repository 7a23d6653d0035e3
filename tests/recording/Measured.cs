using System.Globalization;
using System.Text.Json;

namespace BgpLb.Recording;

/// <summary>How a recorded run went.</summary>
/// <param name="Wall">From the command's start to its end.</param>
/// <param name="Registering">From the first registration's beginning to the last one's end.</param>
/// <param name="Count">How many registrations there were.</param>
/// <param name="Most">The most registrations that ran at once.</param>
/// <param name="PeakMemory">The command's peak resident memory in bytes; 0 where the system does not tell.</param>
internal sealed record Measured(TimeSpan Wall, TimeSpan Registering, int Count, int Most, long PeakMemory)
{
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("measured");
        json.WriteNumber("wallSeconds", Wall.TotalSeconds);
        json.WriteNumber("registeringSeconds", Registering.TotalSeconds);
        json.WriteNumber("registrations", Count);
        json.WriteNumber("mostAtOnce", Most);
        json.WriteNumber("peakMemoryBytes", PeakMemory);
        json.WriteEndObject();
    }

    /// <summary>The peak resident memory of a running process so far, or 0.</summary>
    public static long PeakMemoryOf(int process)
    {
        try
        {
            foreach (var line in File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/status")))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    return 1024
                        * long.Parse(
                            line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
                            CultureInfo.InvariantCulture
                        );
                }
            }
        }
        catch (IOException)
        {
            // It has ended, or this system has no /proc.
        }

        return 0;
    }
}
