using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Tests.Rehearsal.Traffic;

public sealed class FlowTests : IDisposable
{
    private readonly Flow _flow = new(
        7,
        IPAddress.Loopback,
        new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp)
    );

    private readonly long _start = Stopwatch.GetTimestamp();

    [Fact]
    public void What_was_answered_is_no_loss()
    {
        Send(answered: [0, 1, 2], of: 3);

        var record = Record();

        Assert.Equal((3, 0), (record.Sent, record.Lost));
        Assert.Empty(record.Gaps);
        Assert.Equal(TimeSpan.Zero, record.LongestGap);
        Assert.Equal([4], record.Nodes);
    }

    [Fact]
    public void A_gap_goes_from_the_last_answered_datagram_to_the_next()
    {
        Send(answered: [0, 1, 4, 5], of: 6);

        var record = Record();

        Assert.Equal(2, record.Lost);
        var gap = Assert.Single(record.Gaps);
        // Three pauses of 20 ms lie between datagrams 1 and 4.
        Assert.InRange(gap.Length.TotalMilliseconds, 60, 2000);
        Assert.InRange(gap.Start.TotalMilliseconds, 20, 2000);
    }

    [Fact]
    public void A_gap_at_the_end_is_open_until_the_end()
    {
        Send(answered: [0], of: 4);

        Assert.InRange(Assert.Single(Record().Gaps).Length.TotalMilliseconds, 60, 2000);
    }

    [Fact]
    public void A_flow_that_nobody_answers_is_one_gap()
    {
        Send(answered: [], of: 3);

        var record = Record();

        Assert.Equal(3, record.Lost);
        Assert.Equal(TimeSpan.Zero, Assert.Single(record.Gaps).Start);
        Assert.Empty(record.Nodes);
    }

    [Fact]
    public void What_was_sent_after_the_end_does_not_count()
    {
        Send(answered: [0, 1], of: 2);
        var end = Stopwatch.GetTimestamp();
        _flow.Send();

        Assert.Equal((2, 0), (_flow.Record(_start, end).Sent, _flow.Record(_start, end).Lost));
    }

    public void Dispose() => _flow.Dispose();

    private FlowRecord Record() => _flow.Record(_start, Stopwatch.GetTimestamp());

    private void Send(int[] answered, int of)
    {
        for (var i = 0; i < of; i++)
        {
            _flow.Send();
            if (answered.Contains(i))
            {
                _flow.Answered(i, node: 4);
            }

            Thread.Sleep(20);
        }
    }
}
