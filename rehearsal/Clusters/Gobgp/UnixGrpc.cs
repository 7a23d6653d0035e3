using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Google.Protobuf;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>gRPC calls over a Unix socket, one at a time: no process per call, and no way into the node's network needed.</summary>
internal sealed class UnixGrpc(string socket, string service) : IDisposable
{
    private const int HeaderSize = 5;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly HttpMessageInvoker _http = new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                    return new NetworkStream(connection, ownsSocket: true);
                }
                catch
                {
                    connection.Dispose();
                    throw;
                }
            },
        }
    );

    /// <summary>Whether calls are taken: the socket's file is there a moment earlier.</summary>
    public bool IsListening
    {
        get
        {
            using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            try
            {
                connection.Connect(new UnixDomainSocketEndPoint(socket));
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }

    /// <summary>Makes a call and returns the bytes of all messages of its answer.</summary>
    /// <exception cref="RehearsalException">It was refused, or nobody answers.</exception>
    public IReadOnlyList<byte[]> Call(string method, IMessage message)
    {
        try
        {
            return CallAsync(method, message).GetAwaiter().GetResult();
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new RehearsalException($"{service} does not answer {method}: {broken.Message}", broken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<IReadOnlyList<byte[]>> CallAsync(string method, IMessage message)
    {
        using var limit = new CancellationTokenSource(Limit);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://localhost/{service}/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(Frame(message))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") },
            },
        };
        request.Headers.TryAddWithoutValidation("TE", "trailers");
        using var response = await _http.SendAsync(request, limit.Token);
        var answer = await response.Content.ReadAsByteArrayAsync(limit.Token);
        var status = Trailer(response, "grpc-status");
        return status == "0"
            ? Messages(answer)
            : throw new RehearsalException(
                $"{service} refuses {method}: {Uri.UnescapeDataString(Trailer(response, "grpc-message") ?? $"status {status}")}"
            );
    }

    /// <summary>A byte that says "not compressed", four of length, the message.</summary>
    private static byte[] Frame(IMessage message)
    {
        var frame = new byte[HeaderSize + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - HeaderSize);
        message.WriteTo(frame.AsSpan(HeaderSize));
        return frame;
    }

    private static List<byte[]> Messages(byte[] frames)
    {
        var messages = new List<byte[]>();
        for (var at = 0; at < frames.Length; )
        {
            var start = at + HeaderSize;
            at = start + BinaryPrimitives.ReadInt32BigEndian(frames.AsSpan(at + 1));
            messages.Add(frames[start..at]);
        }

        return messages;
    }

    /// <summary>An answer without messages has its trailers among its headers.</summary>
    private static string? Trailer(HttpResponseMessage response, string name) =>
        response.TrailingHeaders.TryGetValues(name, out var values) || response.Headers.TryGetValues(name, out values)
            ? values.First()
            : null;
}
