namespace BgpLb.Engine;

/// <summary>The engine answered, and refused.</summary>
internal sealed class CallRefusedException(GrpcStatus status, string message) : EngineException(message)
{
    public GrpcStatus Status { get; } = status;

    /// <summary>The engine is shutting down, and has told its user why.</summary>
    public bool EngineIsStopping => Status is GrpcStatus.Unavailable or GrpcStatus.Cancelled;
}
