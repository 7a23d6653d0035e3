using System.Net.Sockets;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Clusters.Gobgp;

namespace BgpLb.Tests.Rehearsal.Clusters;

public sealed class UnixGrpcTests
{
    [Fact]
    public void Calls_are_taken_when_the_socket_is_listened_to_not_when_its_file_is_there()
    {
        using var teardown = new Teardown();
        var path = Path.Combine(teardown.AddFolder(), "api.sock");
        using var calls = new UnixGrpc(path, "service");
        Assert.False(calls.IsListening);

        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        Assert.True(File.Exists(path));
        Assert.False(calls.IsListening);

        socket.Listen();
        Assert.True(calls.IsListening);
    }
}
