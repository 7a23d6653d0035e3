using System.Net;
using System.Net.Sockets;

namespace BgpLb.Rehearsal.Traffic;

/// <summary>One flow: datagrams from one source port to one load-balancer address, and which of them were answered.</summary>
/// <param name="clock">What the times of sending are read from.</param>
internal sealed class Flow(int number, IPAddress vip, Socket socket, TimeProvider clock) : IDisposable
{
    private readonly IPEndPoint _to = new(vip, Datagrams.ServicePort);
    private readonly byte[] _datagram = new byte[Datagrams.Length];
    private readonly List<long> _sentAt = [];
    private readonly List<int> _answeredBy = [];
    private readonly Lock _lock = new();

    /// <summary>Sends the next datagram.</summary>
    public void Send()
    {
        int datagram;
        lock (_lock)
        {
            datagram = _sentAt.Count;
            _sentAt.Add(clock.GetTimestamp());
            _answeredBy.Add(-1);
        }

        Datagrams.Write(_datagram, number, datagram);
        try
        {
            socket.SendTo(_datagram, _to);
        }
        catch (SocketException)
        {
            // Refused by a router without a route: it counts as lost.
        }
    }

    public void Answered(int datagram, int node)
    {
        lock (_lock)
        {
            if (datagram < _answeredBy.Count)
            {
                _answeredBy[datagram] = node;
            }
        }
    }

    /// <summary>What was lost so far.</summary>
    /// <param name="start">When the traffic began, as the clock counts.</param>
    /// <param name="end">What was sent later does not count: it may still be answered.</param>
    public FlowRecord Record(long start, long end)
    {
        lock (_lock)
        {
            var gaps = new List<Gap>();
            var (sent, lost, gapStart) = (0, 0, -1L);
            var last = start;
            for (; sent < _sentAt.Count && _sentAt[sent] < end; sent++)
            {
                if (_answeredBy[sent] < 0)
                {
                    lost++;
                    gapStart = gapStart < 0 ? last : gapStart;
                    continue;
                }

                Close(_sentAt[sent]);
                last = _sentAt[sent];
            }

            Close(end);
            var nodes = _answeredBy.Where(node => node >= 0).Distinct().ToArray();
            return new(vip.ToString(), sent, lost, gaps, nodes);

            void Close(long at)
            {
                if (gapStart >= 0)
                {
                    gaps.Add(new(clock.GetElapsedTime(start, gapStart), clock.GetElapsedTime(gapStart, at)));
                    gapStart = -1;
                }
            }
        }
    }

    public void Dispose() => socket.Dispose();
}
