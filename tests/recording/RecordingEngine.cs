using System.Globalization;
using System.Net;
using BgpLb.Engine.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace BgpLb.Recording;

/// <summary>
/// Stands in for the Pulumi engine: takes what a program registers, answers with markers, and keeps all of it. It
/// shares its messages with the adapter, so it proves nothing about the protocol; the official code does that.
/// </summary>
internal sealed class RecordingEngine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Service _service;

    private RecordingEngine(WebApplication app, Service service, string project, string stack, RecordingOptions options)
    {
        _app = app;
        _service = service;
        Project = project;
        Stack = stack;
        Options = options;
    }

    public string Project { get; }

    public string Stack { get; }

    public RecordingOptions Options { get; }

    /// <summary>Where both services are, as <c>127.0.0.1:PORT</c>.</summary>
    public string Address { get; private set; } = "";

    public Recorded Recorded => _service.Recorded;

    public Meter Meter => _service.Meter;

    public static async Task<RecordingEngine> StartAsync(string project, string stack, RecordingOptions? options = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        });
        var app = builder.Build();
        options ??= new();
        var service = new Service(project, stack, options);
        var engine = new RecordingEngine(app, service, project, stack, options);
        service.Die = engine.Die;
        app.Run(context => GrpcServer.ServeAsync(context, service));
        await app.StartAsync();
        var listening = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        engine.Address = string.Create(
            CultureInfo.InvariantCulture,
            $"127.0.0.1:{new Uri(listening.Addresses.First()).Port}"
        );
        return engine;
    }

    /// <summary>Ends without a word to anyone: connections break, new ones are refused.</summary>
    public void Die() => _ = _app.StopAsync(new CancellationToken(canceled: true));

    /// <summary>Writes the recording so far as JSON.</summary>
    public void WriteTo(Stream stream, Measured? measured = null) => RecordingJson.Write(stream, this, measured);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
