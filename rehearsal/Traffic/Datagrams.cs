using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace BgpLb.Rehearsal.Traffic;

/// <summary>What clients and nodes send each other: the number of the flow, that of the datagram, and who answered.</summary>
internal static class Datagrams
{
    public const int Length = 12;

    /// <summary>The port of every Service.</summary>
    public const int ServicePort = 7007;

    /// <summary>Where a client hears the answers to all its flows.</summary>
    public const int AnswerPort = 7008;

    /// <summary>Holds what arrives while this process does not get to run: the kernel drops nothing that arrived in time.</summary>
    private const int Buffer = 8 << 20;

    public static void Write(Span<byte> datagram, int flow, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(datagram, flow);
        BinaryPrimitives.WriteInt32LittleEndian(datagram[4..], number);
    }

    public static void Sign(Span<byte> datagram, int node) =>
        BinaryPrimitives.WriteInt32LittleEndian(datagram[8..], node);

    public static (int Flow, int Number, int Node) Read(ReadOnlySpan<byte> datagram) =>
        (
            BinaryPrimitives.ReadInt32LittleEndian(datagram),
            BinaryPrimitives.ReadInt32LittleEndian(datagram[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(datagram[8..])
        );

    /// <summary>A socket for one family in a namespace.</summary>
    /// <param name="port">0 for any.</param>
    public static Socket Open(Namespace network, AddressFamily family, int port) =>
        Within.Run(
            network,
            () =>
            {
                const int Socket = 1;
                const int ForceReceiveBuffer = 33;
                var socket = new Socket(family, SocketType.Dgram, ProtocolType.Udp);
                var isIPv6 = family == AddressFamily.InterNetworkV6;
                if (isIPv6)
                {
                    socket.DualMode = false;
                }

                socket.SetRawSocketOption(Socket, ForceReceiveBuffer, BitConverter.GetBytes(Buffer));
                socket.Bind(new IPEndPoint(isIPv6 ? IPAddress.IPv6Any : IPAddress.Any, port));
                return socket;
            }
        );
}
