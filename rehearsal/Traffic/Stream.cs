using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BgpLb.Rehearsal.Traffic;

/// <summary>
/// Many flows from one client to load-balancer addresses, each from a port of its own, so that the router spreads them.
/// They run until this is disposed of.
/// </summary>
internal sealed class Stream : IDisposable
{
    /// <summary>How long an answer may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    private readonly Teardown _teardown = new();
    private readonly List<Flow> _flows = [];
    private readonly TimeSpan _interval;
    private readonly Thread _sending;
    private readonly Pulse _pulse;
    private readonly long _start;
    private volatile bool _ends;

    /// <param name="vips">The addresses.</param>
    /// <param name="flowsPerVip">How many ports send to each.</param>
    /// <param name="interval">Between two datagrams of a flow.</param>
    public Stream(Namespace client, IEnumerable<IPAddress> vips, int flowsPerVip, TimeSpan interval)
    {
        _interval = interval;
        _teardown.Construct(() => Open(client, [.. vips], flowsPerVip));
        _start = Stopwatch.GetTimestamp();
        _pulse = _teardown.Construct(() => _teardown.Add(new Pulse(client)));
        _sending = new(Send) { IsBackground = true };
        _sending.Start();
        _teardown.Add(() => _sending.Join());
        _teardown.Add(() => _ends = true);
    }

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>What has become of everything that was sent until now; waits for the last answers.</summary>
    public TrafficRecord Record()
    {
        var end = Stopwatch.GetTimestamp();
        Thread.Sleep(Patience);
        return new(
            _interval,
            Stopwatch.GetElapsedTime(_start, end),
            [.. _flows.Select(flow => flow.Record(_start, end))]
        )
        {
            Stalls = _pulse.Stalls(_start),
        };
    }

    public void Dispose() => _teardown.Dispose();

    private void Open(Namespace client, IPAddress[] vips, int flowsPerVip)
    {
        foreach (var vip in vips)
        {
            for (var i = 0; i < flowsPerVip; i++)
            {
                var socket = Datagrams.Open(client, vip.AddressFamily, port: 0);
                _flows.Add(_teardown.Add(new Flow(_flows.Count, vip, socket, TimeProvider.System)));
            }
        }

        foreach (var family in vips.Select(vip => vip.AddressFamily).Distinct())
        {
            var answers = Datagrams.Open(client, family, Datagrams.AnswerPort);
            var listening = new Thread(() => Listen(answers)) { IsBackground = true };
            listening.Start();
            _teardown.Add(() => listening.Join());
            _teardown.Add(answers);
        }
    }

    private void Send()
    {
        for (var round = 1; !_ends; round++)
        {
            _flows.ForEach(flow => flow.Send());
            // By the clock: a late round does not make all later ones late.
            var wait = (_interval * round) - Stopwatch.GetElapsedTime(_start);
            if (wait > TimeSpan.Zero)
            {
                Thread.Sleep(wait);
            }
        }
    }

    private void Listen(Socket answers)
    {
        var datagram = new byte[Datagrams.Length];
        try
        {
            while (true)
            {
                if (answers.Receive(datagram) == Datagrams.Length)
                {
                    var (flow, number, node) = Datagrams.Read(datagram);
                    _flows[flow].Answered(number, node);
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The stream has ended.
        }
    }
}
