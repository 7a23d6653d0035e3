using BgpLb.Engine.Protocol;

namespace BgpLb.Tests.Engine;

/// <summary>Holds the registrations of an engine until so many are under way at once; without this many, it fails.</summary>
internal sealed class Together(int count)
{
    private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _arrived;

    /// <summary>The stack and a component are registered one after the other, before the rest.</summary>
    public Task HoldAsync(RegisterResourceRequest request)
    {
        if (!request.Custom)
        {
            return Task.CompletedTask;
        }

        if (Interlocked.Increment(ref _arrived) == count)
        {
            _all.SetResult();
        }

        return _all.Task.WaitAsync(Patience.Limit);
    }
}
