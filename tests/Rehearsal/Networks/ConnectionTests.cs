using BgpLb.Rehearsal;

namespace BgpLb.Tests.Rehearsal.Networks;

public sealed class ConnectionTests
{
    private const string AtNode = "0 0 10.0.0.2:1025 10.0.0.1:179";
    private const string AtRouter = "0 0 10.0.0.1:179 10.0.0.2:1025";

    [Theory]
    [InlineData("0      0      172.29.51.1:179        172.29.51.11:40801", "172.29.51.11", false)]
    [InlineData("0      19     172.29.51.1:179        172.29.51.11:40801 timer:(on,364ms,1)", "172.29.51.11", true)]
    [InlineData("0      19     [fd47::1]:179          [fd47::11]:40801   timer:(on,1.624ms,12)", "fd47::11", true)]
    // Sent, and not yet due to be sent again.
    [InlineData("0      19     172.29.51.1:179        172.29.51.11:40801 timer:(on,200ms,0)", "172.29.51.11", false)]
    [InlineData(
        "0      0      172.29.51.1:40801      172.29.51.11:179 timer:(keepalive,10sec,1)",
        "172.29.51.11",
        false
    )]
    public void A_connection_is_stalled_while_it_waits_to_send_once_more(string line, string peer, bool isStalled)
    {
        var connection = Assert.Single(Connection.Read($"{line}\n"));

        Assert.Equal((peer, isStalled), ($"{connection.Peer}", connection.IsStalled));
    }

    [Fact]
    public void Each_line_is_read() =>
        Assert.Equal(
            ["10.0.0.2:1025 True", "[fd47::3]:1025 False", "10.0.0.4:1025 True"],
            Connection
                .Read(
                    """
                    0 19 10.0.0.1:179 10.0.0.2:1025 timer:(on,364ms,1)
                    0  0 [fd47::1]:179 [fd47::3]:1025
                    0 19 10.0.0.1:179 10.0.0.4:1025 timer:(on,364ms,3)

                    """
                )
                .Select(connection => $"{connection.Remote} {connection.IsStalled}")
        );

    [Theory]
    [InlineData("ESTAB 0 0 10.0.0.1:179 10.0.0.2:1025")]
    [InlineData("0 0 10.0.0.1:179 router:1025")]
    [InlineData("0 0 10.0.0.1:179 10.0.0.2:1025 users:((\"gobgpd\",pid=1,fd=3))")]
    public void A_line_of_another_form_is_no_connection_that_is_left_out(string line)
    {
        var refused = Assert.Throws<RehearsalException>(() => Connection.Read($"{AtRouter}\n{line}\n"));

        Assert.Equal($"ss wrote a connection in a form that is not known here: {line}", refused.Message);
    }

    [Theory]
    [InlineData(AtRouter, AtNode, true)]
    [InlineData(AtRouter + " timer:(on,364ms,1)", AtNode, false)]
    [InlineData(AtRouter, AtNode + " timer:(on,364ms,1)", false)]
    [InlineData(AtRouter, "", false)]
    // The node has dialled anew, and the router does not know yet.
    [InlineData(AtRouter, "0 0 10.0.0.2:1026 10.0.0.1:179", false)]
    public void It_has_caught_up_when_both_ends_have_it_and_nothing_to_send_again(
        string atRouter,
        string atNode,
        bool hasCaughtUp
    ) => Assert.Equal(hasCaughtUp, Assert.Single(Connection.Read(atRouter)).HasCaughtUp(Connection.Read(atNode)));
}
