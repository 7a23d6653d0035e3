using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace BgpLb.Engine;

/// <summary>A unary gRPC method at one address, over plaintext HTTP/2. Safe to use from many threads.</summary>
internal sealed class GrpcMethod<TAnswer>(
    HttpMessageInvoker http,
    string address,
    string service,
    string method,
    MessageParser<TAnswer> parser
)
    where TAnswer : IMessage<TAnswer>
{
    private static readonly MediaTypeHeaderValue ContentType = new("application/grpc");

    private readonly Uri _uri = new($"http://{address}/pulumirpc.{service}/{method}");

    public async Task<TAnswer> CallAsync(IMessage request, CancellationToken cancellation)
    {
        try
        {
            using var call = Request(request);
            using var response = await http.SendAsync(call, cancellation);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new EngineException($"{address} answered HTTP {(int)response.StatusCode}: no Pulumi engine.");
            }

            using var stream = await response.Content.ReadAsStreamAsync(cancellation);
            var answer = await GrpcFrame.ReadAsync(stream, cancellation);
            GrpcOutcome.Check(response, method);
            return parser.ParseFrom(
                answer ?? throw new EngineException($"The engine answered {method} with no message.")
            );
        }
        catch (InvalidProtocolBufferException broken)
        {
            throw new EngineException($"The engine's answer to {method} is not readable.", broken);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            cancellation.ThrowIfCancellationRequested();
            throw EngineGoneException.Because(broken, address);
        }
    }

    private HttpRequestMessage Request(IMessage message)
    {
        var content = new ReadOnlyMemoryContent(GrpcFrame.Of(message));
        content.Headers.ContentType = ContentType;
        var request = new HttpRequestMessage(HttpMethod.Post, _uri)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = content,
        };
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        return request;
    }
}
