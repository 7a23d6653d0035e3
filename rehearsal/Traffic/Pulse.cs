using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BgpLb.Rehearsal.Traffic;

/// <summary>
/// Whether this machine gets on: a datagram goes from one thread to another and back, within the client's own namespace,
/// where nothing that happens to the network can stop it. One that is back late has waited for a processor, as the routers
/// and nodes had to wait at that time.
/// </summary>
internal sealed class Pulse : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    /// <summary>So late any beat may be: programs that share a processor with others wait for some milliseconds.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(20);

    /// <summary>A datagram that is not back by then is lost, and sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Teardown _teardown = new();
    private readonly List<(long From, long To)> _stalls = [];
    private readonly Socket _out;
    private readonly Socket _back;
    private readonly TimeSpan _late;

    /// <param name="late">For tests: from when on a beat is a stall.</param>
    public Pulse(Namespace network, TimeSpan? late = null)
    {
        _late = late ?? Late;
        (_out, _back) = _teardown.Construct(() => (_teardown.Add(Open()), _teardown.Add(Open())));
        _out.ReceiveTimeout = (int)Patience.TotalMilliseconds;
        _out.Connect(_back.LocalEndPoint!);
        _back.Connect(_out.LocalEndPoint!);
        foreach (var run in (Action[])[Beat, Return])
        {
            var thread = new Thread(() => Run(run)) { IsBackground = true };
            thread.Start();
        }

        Socket Open() =>
            Within.Run(
                network,
                () =>
                {
                    var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
                    socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
                    return socket;
                }
            );
    }

    /// <summary>The times in which it did not get on.</summary>
    /// <param name="start">What they count from, as the stopwatch counts.</param>
    public IReadOnlyList<Gap> Stalls(long start)
    {
        lock (_stalls)
        {
            return
            [
                .. _stalls
                    .Where(stall => stall.To > start)
                    .Select(stall => (From: Math.Max(stall.From, start), stall.To))
                    .Select(stall => new Gap(
                        Stopwatch.GetElapsedTime(start, stall.From),
                        Stopwatch.GetElapsedTime(stall.From, stall.To)
                    )),
            ];
        }
    }

    public void Dispose() => _teardown.Dispose();

    private void Beat()
    {
        var (number, datagram) = (0, new byte[sizeof(int)]);
        while (true)
        {
            // A late beat begins where it should have.
            var due = Stopwatch.GetTimestamp() + (long)(Interval.TotalSeconds * Stopwatch.Frequency);
            Thread.Sleep(Interval);
            number++;
            while (!IsReturned(datagram, number)) { }

            var now = Stopwatch.GetTimestamp();
            if (Stopwatch.GetElapsedTime(due, now) > _late)
            {
                lock (_stalls)
                {
                    _stalls.Add((due, now));
                }
            }
        }
    }

    private bool IsReturned(byte[] datagram, int number)
    {
        BitConverter.TryWriteBytes(datagram, number);
        _out.Send(datagram);
        try
        {
            do
            {
                _out.Receive(datagram);
            } while (BitConverter.ToInt32(datagram) != number);

            return true;
        }
        catch (SocketException lost) when (lost.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            return false;
        }
    }

    private void Return()
    {
        var datagram = new byte[sizeof(int)];
        while (true)
        {
            _back.Send(datagram, _back.Receive(datagram), SocketFlags.None);
        }
    }

    private static void Run(Action run)
    {
        try
        {
            run();
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // It was disposed of.
        }
    }
}
