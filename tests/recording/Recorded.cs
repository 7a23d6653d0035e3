using System.Collections.Concurrent;
using BgpLb.Engine.Protocol;

namespace BgpLb.Recording;

/// <summary>A registration as it came, and what was answered.</summary>
internal sealed record RecordedRegistration(RegisterResourceRequest Request, RegisterResourceResponse Answer);

/// <summary>What a program said to the engine, in the order of arrival.</summary>
internal sealed class Recorded(bool keepsAll)
{
    private readonly ConcurrentQueue<RecordedRegistration> _registrations = new();
    private readonly ConcurrentQueue<RegisterResourceOutputsRequest> _outputs = new();
    private readonly ConcurrentQueue<ReadResourceRequest> _reads = new();
    private readonly ConcurrentQueue<LogRequest> _logs = new();
    private readonly ConcurrentQueue<string> _calls = new();

    public IReadOnlyCollection<RecordedRegistration> Registrations => _registrations;

    public IReadOnlyCollection<RegisterResourceOutputsRequest> Outputs => _outputs;

    public IReadOnlyCollection<ReadResourceRequest> Reads => _reads;

    public IReadOnlyCollection<LogRequest> Logs => _logs;

    /// <summary>Calls and their ends in order: <c>"start NAME"</c>, <c>"end NAME"</c>, <c>"outputs URN"</c>.</summary>
    public IReadOnlyCollection<string> Calls => _calls;

    /// <summary>The program said that it has nothing more to register.</summary>
    public bool Ended { get; set; }

    public void Add(RecordedRegistration registration)
    {
        if (keepsAll)
        {
            _registrations.Enqueue(registration);
        }
    }

    public void Add(RegisterResourceOutputsRequest outputs)
    {
        if (keepsAll)
        {
            _outputs.Enqueue(outputs);
        }
    }

    public void Add(ReadResourceRequest read) => _reads.Enqueue(read);

    public void Add(LogRequest log) => _logs.Enqueue(log);

    public void Note(string what, string of)
    {
        if (keepsAll)
        {
            _calls.Enqueue($"{what} {of}");
        }
    }

    /// <summary>The registration of the resource with this name.</summary>
    public RecordedRegistration this[string name] =>
        _registrations.Single(registration => string.Equals(registration.Request.Name, name, StringComparison.Ordinal));
}
