using BgpLb.Engine.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Engine;

/// <summary>The calls of the engine that this program makes.</summary>
internal sealed class EngineClient : IDisposable
{
    // No proxy: the engine is on this machine. More connections when one has no streams left.
    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            EnableMultipleHttp2Connections = true,
            UseCookies = false,
            UseProxy = false,
        }
    );

    private readonly GrpcMethod<SupportsFeatureResponse> _supports;
    private readonly GrpcMethod<RegisterResourceResponse> _register;
    private readonly GrpcMethod<ReadResourceResponse> _read;
    private readonly GrpcMethod<Empty> _reportOutputs;
    private readonly GrpcMethod<Empty> _signalEnd;
    private readonly GrpcMethod<Empty> _log;

    public EngineClient(string monitorAddress, string engineAddress)
    {
        _supports = Monitor("SupportsFeature", SupportsFeatureResponse.Parser);
        _register = Monitor("RegisterResource", RegisterResourceResponse.Parser);
        _read = Monitor("ReadResource", ReadResourceResponse.Parser);
        _reportOutputs = Monitor("RegisterResourceOutputs", Empty.Parser);
        _signalEnd = Monitor("SignalAndWaitForShutdown", Empty.Parser);
        _log = new(_http, engineAddress, "Engine", "Log", Empty.Parser);

        GrpcMethod<T> Monitor<T>(string method, MessageParser<T> parser)
            where T : IMessage<T> => new(_http, monitorAddress, "ResourceMonitor", method, parser);
    }

    public Task<SupportsFeatureResponse> SupportsAsync(string feature, CancellationToken cancellation) =>
        _supports.CallAsync(new SupportsFeatureRequest { Id = feature }, cancellation);

    public Task<RegisterResourceResponse> RegisterAsync(
        RegisterResourceRequest request,
        CancellationToken cancellation
    ) => _register.CallAsync(request, cancellation);

    /// <summary>Reads what exists outside of this stack; the engine refuses where it does not.</summary>
    public Task<ReadResourceResponse> ReadAsync(ReadResourceRequest request, CancellationToken cancellation) =>
        _read.CallAsync(request, cancellation);

    public Task ReportOutputsAsync(string urn, Struct outputs, CancellationToken cancellation) =>
        _reportOutputs.CallAsync(new RegisterResourceOutputsRequest { Urn = urn, Outputs = outputs }, cancellation);

    /// <summary>
    /// Says that there is nothing more to register, and returns when the engine is done. Older engines do not know the
    /// call, and one that has left already needs no telling.
    /// </summary>
    public async Task SignalEndAsync(CancellationToken cancellation)
    {
        try
        {
            await _signalEnd.CallAsync(new Empty(), cancellation);
        }
        catch (CallRefusedException refused)
            when (refused.Status == GrpcStatus.Unimplemented || refused.EngineIsStopping)
        {
            // All is registered; this was a courtesy.
        }
        catch (EngineGoneException)
        {
            // Likewise.
        }
    }

    /// <summary>Shows an error to the user, beside the resource if there is one.</summary>
    public Task LogErrorAsync(Failure failure, CancellationToken cancellation)
    {
        var request = new LogRequest
        {
            Severity = LogSeverity.Error,
            Message = failure.Message,
            Urn = failure.Urn,
        };
        return _log.CallAsync(request, cancellation);
    }

    public void Dispose() => _http.Dispose();
}
