using System.Runtime.InteropServices;

namespace BgpLb.Rehearsal;

/// <summary>
/// Opens sockets of this process in another network namespace: a socket stays in the namespace of the thread that has
/// made it, so one process can speak for the whole lab.
/// </summary>
internal static partial class Within
{
    private const int NetworkNamespace = 0x40000000;

    /// <summary>Runs something short on a thread of its own that has joined the namespace.</summary>
    /// <exception cref="RehearsalException">The namespace cannot be joined, or what was run failed.</exception>
    public static T Run<T>(Namespace network, Func<T> run)
    {
        var (result, failure) = (default(T), default(Exception));
        var thread = new Thread(() =>
        {
            try
            {
                using var handle = File.OpenHandle($"/run/netns/{network.Name}");
                if (Join((int)handle.DangerousGetHandle(), NetworkNamespace) != 0)
                {
                    throw new IOException(Marshal.GetLastPInvokeErrorMessage());
                }

                result = run();
            }
            catch (Exception thrown)
            {
                failure = thrown;
            }
        });
        // The thread ends in the other namespace; it never serves anything else.
        thread.Start();
        thread.Join();
        return failure is null
            ? result!
            : throw new RehearsalException($"a socket in {network.Name}: {failure.Message}", failure);
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int Join(int file, int kind);
}
