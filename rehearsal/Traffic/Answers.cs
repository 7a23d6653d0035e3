using System.Net;
using System.Net.Sockets;

namespace BgpLb.Rehearsal.Traffic;

/// <summary>
/// What stands in for a node's datapath and its pods: it answers datagrams to load-balancer addresses that this node
/// would serve, and no others.
/// </summary>
internal sealed class Answers : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly List<Thread> _threads = [];
    private readonly Func<IPAddress, bool> _serves;
    private readonly int _node;

    /// <param name="node">The number by which clients are told who answered.</param>
    /// <param name="serves">Whether the node serves an address now.</param>
    public Answers(Namespace network, int node, IEnumerable<AddressFamily> families, Func<IPAddress, bool> serves)
    {
        (_node, _serves) = (node, serves);
        foreach (var family in families)
        {
            var socket = Datagrams.Open(network, family, Datagrams.ServicePort);
            _sockets.Add(socket);
            var isIPv6 = family == AddressFamily.InterNetworkV6;
            socket.SetSocketOption(
                isIPv6 ? SocketOptionLevel.IPv6 : SocketOptionLevel.IP,
                SocketOptionName.PacketInformation,
                optionValue: true
            );
            var thread = new Thread(() => Answer(socket)) { IsBackground = true };
            _threads.Add(thread);
            thread.Start();
        }
    }

    public void Dispose()
    {
        _sockets.ForEach(socket => socket.Dispose());
        _threads.ForEach(thread => thread.Join(TimeSpan.FromSeconds(5)));
    }

    private void Answer(Socket socket)
    {
        var datagram = new byte[Datagrams.Length];
        var isIPv6 = socket.AddressFamily == AddressFamily.InterNetworkV6;
        EndPoint anyone = new IPEndPoint(isIPv6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        try
        {
            while (true)
            {
                var flags = SocketFlags.None;
                var from = anyone;
                var length = socket.ReceiveMessageFrom(datagram, 0, datagram.Length, ref flags, ref from, out var to);
                if (length == Datagrams.Length && _serves(to.Address))
                {
                    Datagrams.Sign(datagram, _node);
                    TryAnswer(socket, datagram, ((IPEndPoint)from).Address);
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The node is gone.
        }
    }

    private static void TryAnswer(Socket socket, byte[] datagram, IPAddress client)
    {
        try
        {
            socket.SendTo(datagram, new IPEndPoint(client, Datagrams.AnswerPort));
        }
        catch (SocketException)
        {
            // No way to the client just now: the answer is lost, as it would be.
        }
    }
}
