namespace BgpLb.Engine;

/// <summary>Does some work with the engine, and turns its end, whatever it is, into messages and an exit code.</summary>
internal static class EngineSession
{
    public static async Task<int> RunAsync(
        EngineClient client,
        TextWriter errors,
        Func<CancellationToken, Task<IReadOnlyList<Failure>>> work,
        CancellationToken cancellation
    )
    {
        try
        {
            var failures = await work(cancellation);
            return failures.Count == 0 ? Registration.Done : await LogAsync(client, failures, errors, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return Registration.Interrupted;
        }
        catch (CallRefusedException refused) when (refused.EngineIsStopping)
        {
            // The engine ends because of something that it has shown already.
            return Registration.FailedAndLogged;
        }
        catch (EngineGoneException gone)
        {
            await errors.WriteLineAsync(gone.Message);
            return Registration.Failed;
        }
        catch (EngineException problem)
        {
            return await LogAsync(client, [new(problem.Message, "")], errors, cancellation);
        }
    }

    private static async Task<int> LogAsync(
        EngineClient client,
        IReadOnlyList<Failure> failures,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var exitCode = Registration.FailedAndLogged;
        foreach (var failure in failures)
        {
            try
            {
                await client.LogErrorAsync(failure, cancellation);
            }
            catch (Exception problem) when (problem is EngineException or OperationCanceledException)
            {
                // Better on standard error than nowhere.
                await errors.WriteLineAsync(failure.Message);
                exitCode = Registration.Failed;
            }
        }

        return exitCode;
    }
}
