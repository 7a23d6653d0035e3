using BgpLb.Engine;
using Google.Protobuf;
using Microsoft.AspNetCore.Http;

namespace BgpLb.Recording;

/// <summary>A call's failure, with gRPC's number for it.</summary>
internal sealed class CallFailure(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}

/// <summary>Unary gRPC calls on the server's side.</summary>
internal static class GrpcServer
{
    public static async Task ServeAsync(HttpContext context, Service service)
    {
        context.Response.ContentType = "application/grpc";
        try
        {
            var request = await GrpcFrame.ReadAsync(context.Request.Body, context.RequestAborted);
            var answer = await service.CallAsync(
                context.Request.Path.Value ?? "",
                request ?? [],
                context.RequestAborted
            );
            await context.Response.Body.WriteAsync(GrpcFrame.Of(answer), context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (CallFailure failure)
        {
            context.Response.AppendTrailer("grpc-status", $"{failure.Status}");
            context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(failure.Message));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has left.
        }
    }
}
