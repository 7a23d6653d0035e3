using System.Net;
using System.Net.Sockets;
using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Tests.Rehearsal.Traffic;

public sealed class FlowTests : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly HandClock _clock = new();
    private readonly Flow _flow;
    private readonly long _start;

    public FlowTests()
    {
        _flow = new(
            7,
            IPAddress.Loopback,
            new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp),
            _clock
        );
        _start = _clock.GetTimestamp();
    }

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
        Assert.Equal(new Gap(Pause, 3 * Pause), Assert.Single(record.Gaps));
    }

    [Fact]
    public void A_gap_at_the_end_is_open_until_the_end()
    {
        Send(answered: [0], of: 4);

        Assert.Equal(new Gap(TimeSpan.Zero, 4 * Pause), Assert.Single(Record().Gaps));
    }

    [Fact]
    public void A_flow_that_nobody_answers_is_one_gap()
    {
        Send(answered: [], of: 3);

        var record = Record();

        Assert.Equal(3, record.Lost);
        Assert.Equal(new Gap(TimeSpan.Zero, 3 * Pause), Assert.Single(record.Gaps));
        Assert.Empty(record.Nodes);
    }

    [Fact]
    public void What_was_sent_after_the_end_does_not_count()
    {
        Send(answered: [0, 1], of: 2);
        var end = _clock.GetTimestamp();
        _flow.Send();

        Assert.Equal((2, 0), (_flow.Record(_start, end).Sent, _flow.Record(_start, end).Lost));
    }

    public void Dispose() => _flow.Dispose();

    private FlowRecord Record() => _flow.Record(_start, _clock.GetTimestamp());

    private void Send(int[] answered, int of)
    {
        for (var i = 0; i < of; i++)
        {
            _flow.Send();
            if (answered.Contains(i))
            {
                _flow.Answered(i, node: 4);
            }

            _clock.Advance(Pause);
        }
    }
}
