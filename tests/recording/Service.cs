using BgpLb.Engine.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Recording;

/// <summary>The calls of ResourceMonitor and Engine.</summary>
internal sealed class Service(string project, string stack, RecordingOptions options)
{
    private static readonly string[] Features = ["resourceReferences", "outputValues", "aliasSpecs", "deletedWith"];

    private readonly Answering _answering = new(project, stack, options);
    private int _registered;

    public Recorded Recorded { get; } = new(keepsAll: !options.MeasureOnly);

    public Meter Meter { get; } = new();

    public Action Die { get; set; } = () => { };

    public async Task<IMessage> CallAsync(string path, byte[] request, CancellationToken cancellation)
    {
        switch (path)
        {
            case "/pulumirpc.ResourceMonitor/SupportsFeature":
                var feature = SupportsFeatureRequest.Parser.ParseFrom(request).Id;
                var isKnown = feature is "secrets" ? options.SupportsSecrets : Features.Contains(feature);
                return new SupportsFeatureResponse { HasSupport = isKnown };
            case "/pulumirpc.ResourceMonitor/RegisterResource":
                return await RegisterAsync(RegisterResourceRequest.Parser.ParseFrom(request), cancellation);
            case "/pulumirpc.ResourceMonitor/ReadResource":
                return Read(ReadResourceRequest.Parser.ParseFrom(request));
            case "/pulumirpc.ResourceMonitor/RegisterResourceOutputs":
                var outputs = RegisterResourceOutputsRequest.Parser.ParseFrom(request);
                Recorded.Add(outputs);
                Recorded.Note("outputs", outputs.Urn);
                return new Empty();
            case "/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown" when options.SupportsShutdown:
                Recorded.Ended = true;
                return new Empty();
            case "/pulumirpc.Engine/Log":
                Recorded.Add(LogRequest.Parser.ParseFrom(request));
                return new Empty();
            default:
                throw new CallFailure(12, $"the recording engine does not know {path}");
        }
    }

    private ReadResourceResponse Read(ReadResourceRequest request)
    {
        Recorded.Add(request);
        return options.OtherStacks.TryGetValue(request.Id, out var outputs)
            ? new()
            {
                Urn = $"urn:pulumi:{stack}::{project}::{request.Type}::{request.Name}",
                Properties = new() { Fields = { ["outputs"] = new() { StructValue = outputs } } },
            }
            : throw new CallFailure(2, $"unknown stack \"{request.Id}\"");
    }

    private async Task<IMessage> RegisterAsync(RegisterResourceRequest request, CancellationToken cancellation)
    {
        Meter.Enter();
        Recorded.Note("start", request.Name);
        try
        {
            if (options.Delay > TimeSpan.Zero)
            {
                await Task.Delay(options.Delay, cancellation);
            }

            if (options.Hold is { } hold)
            {
                await hold(request).WaitAsync(cancellation);
            }

            if (string.Equals(request.Name, options.Fail, StringComparison.Ordinal))
            {
                throw new CallFailure(options.FailStatus, options.FailMessage);
            }

            if (Interlocked.Increment(ref _registered) == options.DieAfter)
            {
                Die();
                await Task.Delay(Timeout.Infinite, cancellation);
            }

            var answer = _answering.Answer(request);
            Recorded.Add(new RecordedRegistration(request, answer));
            Recorded.Note("end", request.Name);
            return answer;
        }
        finally
        {
            Meter.Leave();
        }
    }
}
