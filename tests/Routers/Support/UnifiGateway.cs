using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BgpLb.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BgpLb.Tests.Routers.Support;

/// <summary>
/// The BGP document of a UniFi gateway's API, with a certificate that it made itself, as gateways do. What it is like
/// follows clients of that API: GET answers with a list, POST replaces the document, what is left out is lost.
/// </summary>
internal sealed class UnifiGateway : IAsyncDisposable
{
    public const string Key = "Key-of_the.API";

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;
    private readonly List<string> _requests = [];

    private UnifiGateway()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=unifi.local", key, HashAlgorithmName.SHA256);
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate))
        );
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    /// <summary>The site's document; null for none.</summary>
    public JsonObject? Document { get; set; }

    /// <summary>What it does with a document instead of keeping it.</summary>
    public Func<JsonObject, JsonObject?> Keep { get; set; } = document => document;

    /// <summary>What it answers to some requests instead of doing anything: a status and a body, by the method.</summary>
    public Func<string, (int Status, string Body)?> Refuse { get; set; } = _ => null;

    /// <summary>After which requests, by their methods, it ends the connection instead of answering.</summary>
    public Func<string, bool> Hang { get; set; } = _ => false;

    /// <summary>How it writes the letters of its answers.</summary>
    public JavaScriptEncoder Encoder { get; set; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public bool IsIndented { get; set; }

    /// <summary>The methods of all requests with the right key so far.</summary>
    public string Requests => string.Join(' ', _requests);

    public ApiSettings Api { get; private set; } = null!;

    /// <summary>The certificate as a person would copy it.</summary>
    public string Certificate => _certificate.ExportCertificatePem();

    public static async Task<UnifiGateway> StartAsync()
    {
        var gateway = new UnifiGateway();
        await gateway._app.StartAsync();
        var listening = gateway
            ._app.Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First();
        var pin = SHA256.HashData(gateway._certificate.PublicKey.ExportSubjectPublicKeyInfo());
        gateway.Api = new(new(listening), "default", Convert.ToBase64String(pin));
        return gateway;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Headers["X-Api-Key"] != Key)
        {
            await AnswerAsync(response, 401, """{"error":{"code":401,"message":"Unauthorized"}}""");
            return;
        }

        _requests.Add(request.Method);
        if (Refuse(request.Method) is var (status, refusal))
        {
            await AnswerAsync(response, status, refusal);
        }
        else if (request.Path != "/proxy/network/v2/api/site/default/bgp/config")
        {
            await AnswerAsync(response, 404, """{"code":"api.err.NotFound"}""");
        }
        else
        {
            var answer = await DoAsync(request);
            if (Hang(request.Method))
            {
                context.Abort();
                return;
            }

            await AnswerAsync(response, 200, answer);
        }
    }

    private async Task<string> DoAsync(HttpRequest request)
    {
        switch (request.Method)
        {
            case "POST":
                var sent = (await JsonNode.ParseAsync(request.Body))!.AsObject();
                Assert.StartsWith("application/json", request.ContentType);
                Document = Keep(
                    new()
                    {
                        ["_id"] = "6512bd43d9caa6e02c990b0a",
                        ["enabled"] = sent["enabled"]?.GetValue<bool>() ?? false,
                        ["frr_bgpd_config"] = sent["frr_bgpd_config"]!.GetValue<string>(),
                        ["uploaded_file_name"] = sent["uploaded_file_name"]!.GetValue<string>(),
                        ["description"] = sent["description"]?.GetValue<string>(),
                    }
                );
                return Write(Document);
            case "DELETE":
                Document = null;
                return "";
            default:
                return Write(Document is null ? [] : new JsonArray(Document.DeepClone()));
        }
    }

    private string Write(JsonNode? node) =>
        node?.ToJsonString(new JsonSerializerOptions { Encoder = Encoder, WriteIndented = IsIndented }) ?? "null";

    private static Task AnswerAsync(HttpResponse response, int status, string body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync(body);
    }
}
