namespace BgpLb.Rehearsal;

/// <summary>Waits for a file in which a gateway asks to be rebooted, and then cuts its power.</summary>
internal sealed class PowerCut : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _end = new();
    private readonly Task _waiting;

    /// <param name="file">The request, by the path that the gateway knows.</param>
    public PowerCut(Gateway gateway, string file) =>
        _waiting = Task.Run(() => WaitAsync(gateway, gateway.PathOf(file)));

    /// <exception cref="RehearsalException">The gateway did not come up again.</exception>
    public void Dispose()
    {
        _end.Cancel();
        _waiting.GetAwaiter().GetResult();
        _end.Dispose();
    }

    private async Task WaitAsync(Gateway gateway, string file)
    {
        while (!_end.IsCancellationRequested)
        {
            if (File.Exists(file))
            {
                File.Delete(file);
                gateway.Reboot();
            }

            await Task.Delay(Pause, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
