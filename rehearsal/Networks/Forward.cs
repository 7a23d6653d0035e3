using System.Net;
using System.Net.Sockets;

namespace BgpLb.Rehearsal;

/// <summary>A port on this machine's loopback that leads to a server in a namespace.</summary>
internal sealed class Forward : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Namespace _from;
    private readonly IPEndPoint _to;

    /// <param name="from">Where the server is called from.</param>
    public Forward(Namespace from, IPAddress address, int port)
    {
        (_from, _to) = (from, new(address, port));
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = JoinAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Nobody is let in any more.
        }
    }

    private async Task JoinAsync(Socket caller)
    {
        using var called = Within.Run(_from, () => new Socket(_to.AddressFamily, SocketType.Stream, ProtocolType.Tcp));
        using (caller)
        {
            try
            {
                await called.ConnectAsync(_to);
                await using var one = new NetworkStream(caller);
                await using var other = new NetworkStream(called);
                await Task.WhenAny(one.CopyToAsync(other), other.CopyToAsync(one));
            }
            catch (Exception broken) when (broken is SocketException or IOException)
            {
                // The caller sees that the connection ends.
            }
        }
    }
}
