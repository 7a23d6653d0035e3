namespace BgpLb.Engine;

/// <summary>A step that could not be done.</summary>
internal sealed record StepProblem(Step Step, Exception Thrown);

/// <summary>
/// Runs the steps of a schedule, never more than <paramref name="parallel"/> at once, each on the thread where the one
/// before it ended. The first that throws stops the others.
/// </summary>
internal sealed class StepRunner(Schedule schedule, int parallel, Func<Step, CancellationToken, Task> run)
{
    private readonly Lock _lock = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<StepProblem> _problems = [];
    private int _running;

    /// <summary>What was thrown, in the order in which it was; nothing if all steps that could be done are done.</summary>
    public async Task<IReadOnlyList<StepProblem>> RunAsync(CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        StartWhatCan(ended: null, stop);
        await _ended.Task;
        return _problems;
    }

    private void StartWhatCan(Step? ended, CancellationTokenSource stop)
    {
        foreach (var step in Next(ended, stop))
        {
            _ = RunOneAsync(step, stop);
        }
    }

    private async Task RunOneAsync(Step step, CancellationTokenSource stop)
    {
        try
        {
            await run(step, stop.Token);
        }
        catch (Exception problem)
        {
            lock (_lock)
            {
                _problems.Add(new(step, problem));
            }

            await stop.CancelAsync();
        }

        StartWhatCan(step, stop);
    }

    private List<Step> Next(Step? ended, CancellationTokenSource stop)
    {
        var next = new List<Step>();
        lock (_lock)
        {
            if (ended is not null)
            {
                _running--;
                schedule.Complete(ended);
            }

            while (_running < parallel && !stop.IsCancellationRequested && schedule.TryTake(out var step))
            {
                _running++;
                next.Add(step);
            }

            if (_running == 0)
            {
                _ended.SetResult();
            }
        }

        return next;
    }
}
