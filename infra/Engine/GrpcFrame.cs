using System.Buffers.Binary;
using Google.Protobuf;

namespace BgpLb.Engine;

/// <summary>A message on the wire: one byte that says "not compressed", four of length, the message.</summary>
internal static class GrpcFrame
{
    /// <summary>The largest message that Pulumi's engine sends or takes, in bytes.</summary>
    public const int MaximumSize = 400 * 1024 * 1024;

    private const int HeaderSize = 5;

    public static byte[] Of(IMessage message)
    {
        var size = message.CalculateSize();
        if (size > MaximumSize)
        {
            throw new EngineException($"A message of {size} bytes is larger than the engine takes ({MaximumSize}).");
        }

        var frame = GC.AllocateUninitializedArray<byte>(HeaderSize + size);
        frame[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), size);
        message.WriteTo(frame.AsSpan(HeaderSize));
        return frame;
    }

    /// <summary>The one message of an answer, or null if it has none. Reads to the end, where the trailers are.</summary>
    public static async Task<byte[]?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var header = new byte[HeaderSize];
        var got = await stream.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false, cancellation);
        if (got == 0)
        {
            return null;
        }

        var size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(1));
        if (got < HeaderSize || header[0] != 0 || size > MaximumSize)
        {
            throw new EngineException("The engine's answer is not an uncompressed gRPC message.");
        }

        var message = GC.AllocateUninitializedArray<byte>((int)size);
        await stream.ReadExactlyAsync(message, cancellation);
        await stream.CopyToAsync(Stream.Null, cancellation);
        return message;
    }
}
