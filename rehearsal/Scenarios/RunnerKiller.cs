using BgpLb.Rehearsal.Execution;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>Kills the runner's connection as soon as it waits for a router's word, as a machine that dies would.</summary>
internal sealed class RunnerKiller : IDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;

    public RunnerKiller(CommandProvider commands)
    {
        _thread = new(() =>
        {
            while (!_end.IsCancellationRequested)
            {
                if (commands.Running is { } running && commands.IsConfirming)
                {
                    Thread.Sleep(TimeSpan.FromSeconds(1));
                    running.Signal("KILL");
                    return;
                }

                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        });
        _thread.Start();
    }

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _end.Dispose();
    }
}
