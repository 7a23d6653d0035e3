using BgpLb.Engine;

namespace BgpLb.Policies.Pack;

/// <summary>A call that cannot be answered.</summary>
/// <param name="message">For people; without any property's value.</param>
internal sealed class CallException(GrpcStatus status, string message) : Exception(message)
{
    public GrpcStatus Status { get; } = status;

    public static CallException Invalid(string message) => new(GrpcStatus.InvalidArgument, message);
}
