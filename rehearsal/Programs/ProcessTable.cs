using System.ComponentModel;
using System.Diagnostics;

namespace BgpLb.Rehearsal;

/// <summary>Processes by their numbers.</summary>
internal static class ProcessTable
{
    /// <summary>Ends them at once; those that have ended already are no error.</summary>
    public static void Kill(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
            {
                // Ended between the look and the signal.
            }
        }
    }
}
