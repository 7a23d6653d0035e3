using System.Collections.Concurrent;

namespace BgpLb.Rehearsal;

/// <summary>What has to be undone, the last first; one that fails does not keep the others from their turn.</summary>
internal sealed class Teardown : IDisposable
{
    /// <summary>What the names of folders begin with; the number of this process follows.</summary>
    public const string FolderPrefix = "bgplb-rehearsal-";

    private readonly ConcurrentStack<Action> _actions = new();

    public void Add(Action action) => _actions.Push(action);

    public T Add<T>(T part)
        where T : IDisposable
    {
        Add(part.Dispose);
        return part;
    }

    /// <summary>A folder for temporary files, ours only.</summary>
    public string AddFolder()
    {
        var folder = Directory.CreateTempSubdirectory($"{FolderPrefix}{Environment.ProcessId}-").FullName;
        Add(() => Directory.Delete(folder, recursive: true));
        return folder;
    }

    /// <summary>Constructs something; what there is already is undone when that fails half way.</summary>
    public T Construct<T>(Func<T> construction)
    {
        try
        {
            return construction();
        }
        catch
        {
            TryDispose();
            throw;
        }
    }

    /// <inheritdoc cref="Construct{T}"/>
    public void Construct(Action construction) =>
        Construct(() =>
        {
            construction();
            return true;
        });

    public void Dispose()
    {
        var failures = TryDispose();
        if (failures.Count > 0)
        {
            throw new RehearsalException(
                $"not everything was cleaned up: {string.Join("; ", failures.Select(failure => failure.Message))}",
                failures[0]
            );
        }
    }

    private List<Exception> TryDispose()
    {
        var failures = new List<Exception>();
        while (_actions.TryPop(out var action))
        {
            try
            {
                action();
            }
            catch (Exception failure) when (failure is RehearsalException or IOException or UnauthorizedAccessException)
            {
                failures.Add(failure);
            }
        }

        return failures;
    }
}
