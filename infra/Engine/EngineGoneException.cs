using System.Net.Sockets;

namespace BgpLb.Engine;

/// <summary>Nobody answers at the engine's address, or the connection broke in the middle of a call.</summary>
internal sealed class EngineGoneException(string message, Exception cause) : EngineException(message, cause)
{
    public static EngineGoneException Because(Exception broken, string address) =>
        new($"The Pulumi engine at {address} is gone: {Reason(broken)}.", broken);

    private static string Reason(Exception broken)
    {
        for (var cause = broken; cause is not null; cause = cause.InnerException)
        {
            if (cause is SocketException socket)
            {
                return socket.SocketErrorCode switch
                {
                    SocketError.ConnectionRefused => "connection refused",
                    SocketError.ConnectionReset => "connection reset",
                    var other => $"socket error {other}",
                };
            }
        }

        return "it ended the connection";
    }
}
