using System.Runtime.InteropServices;

namespace BgpLb.Routers.Unifi;

/// <summary>What is done to a gateway's document.</summary>
internal enum UnifiMode
{
    Apply,
    Confirm,
    Remove,
}

/// <summary>One run of the verb <c>unifi-api</c>.</summary>
internal static class UnifiRun
{
    /// <summary>The verb that starts it.</summary>
    public const string Verb = "unifi-api";

    /// <summary>Between two looks at a document that is not there yet.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Does it, and says what it did. No secret of the input is in what it says.</summary>
    /// <param name="input">A <see cref="UnifiOrder"/> as JSON.</param>
    /// <returns>The exit status, as in <see cref="UnifiStatus"/>.</returns>
    public static async Task<int> RunAsync(
        UnifiMode mode,
        string input,
        TextWriter output,
        TextWriter errors,
        TimeSpan pause
    )
    {
        var (order, problem) = UnifiOrder.Read(input);
        if (order is null)
        {
            await errors.WriteLineAsync(
                $"{Verb}: Pulumi starts this, with what to do in standard input; what came there is something else: {problem}"
            );
            return UnifiStatus.Wrong;
        }

        // The end of a terminal must not stop a change half way.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        using var client = new UnifiClient(order);
        var site = new UnifiSite(order, client, output, pause);
        try
        {
            await (
                mode switch
                {
                    UnifiMode.Apply => site.ApplyAsync(),
                    UnifiMode.Confirm => site.ConfirmAsync(),
                    _ => site.RemoveAsync(),
                }
            );
            return UnifiStatus.Done;
        }
        catch (UnifiFailure failure)
        {
            await errors.WriteLineAsync($"{order.Owner}: {failure.Message}");
            return failure.Status;
        }
    }
}
