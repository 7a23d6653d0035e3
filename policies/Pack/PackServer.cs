using System.Net;
using BgpLb.Engine;
using BgpLb.Policies.Rules;
using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BgpLb.Policies.Pack;

/// <summary>The policy pack as a server: unary gRPC calls over plaintext HTTP/2, on this machine only.</summary>
internal sealed class PackServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Calls _calls;

    private PackServer(Analyzer analyzer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        _app = builder.Build();
        // Calls that are under way are still answered.
        _calls = new(analyzer, _app.Lifetime.StopApplication);
        _app.Run(ServeAsync);
    }

    public int Port { get; private set; }

    public static async Task<PackServer> StartAsync(Analyzer analyzer)
    {
        var server = new PackServer(analyzer);
        await server._app.StartAsync();
        var listening = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        server.Port = new Uri(listening.Addresses.First()).Port;
        return server;
    }

    /// <summary>Until the engine cancels it.</summary>
    public Task WaitForEndAsync() => _app.WaitForShutdownAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        context.Response.ContentType = "application/grpc";
        try
        {
            var request = await GrpcFrame.ReadAsync(context.Request.Body, context.RequestAborted);
            var answer = _calls.Answer(context.Request.Path.Value ?? "", request ?? []);
            await context.Response.Body.WriteAsync(GrpcFrame.Of(answer), context.RequestAborted);
            context.Response.AppendTrailer("grpc-status", "0");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The engine has left.
        }
        catch (Exception problem)
        {
            var (status, message) = Describe(problem);
            context.Response.AppendTrailer("grpc-status", $"{(int)status}");
            context.Response.AppendTrailer("grpc-message", Uri.EscapeDataString(message));
        }
    }

    /// <summary>Without what an unexpected exception says: it may quote a value.</summary>
    private static (GrpcStatus Status, string Message) Describe(Exception problem) =>
        problem switch
        {
            CallException refused => (refused.Status, refused.Message),
            RuleFailedException failed => (GrpcStatus.Internal, failed.Message),
            InvalidProtocolBufferException or EngineException => (
                GrpcStatus.InvalidArgument,
                "the request is not a message of this call"
            ),
            _ => (GrpcStatus.Internal, $"the policy pack failed: {problem.GetType().Name}"),
        };
}
