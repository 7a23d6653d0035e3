using BgpLb.Design;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Rehearsal.Traffic;
using BgpLb.Settings;

namespace BgpLb.Tests.Rehearsal.Scenarios;

public sealed class LossJudgeTests
{
    private static readonly LoadBalancerDesign Design = Designer
        .Design(SettingsReading.FromFiles(Repository.Root, "dev"))
        .Design!;

    [Fact]
    public void A_gap_within_the_promise_passes_and_one_beyond_it_does_not()
    {
        var promise = (int)
            Design.Budget.First(line => line.Fault == Fault.SpeakerKilled).Promise!.Value.TotalMilliseconds;

        Assert.True(Passes("speakerKilled", 100, promise - 5));
        Assert.True(Passes("speakerKilled", 100, promise + 15));
        Assert.False(Passes("speakerKilled", 100, promise + 50));
    }

    [Fact]
    public void No_loss_means_no_loss_but_for_what_the_interval_cannot_tell()
    {
        Assert.True(Passes("none", 100, 20));
        Assert.False(Passes("none", 100, 30));
    }

    [Fact]
    public void What_is_only_measured_never_fails() => Assert.True(Passes("any", 100, 60_000));

    [Fact]
    public void A_router_that_reboots_is_measured_from_where_it_runs_again()
    {
        var promise = (int)
            Design.Budget.First(line => line.Fault == Fault.RouterReboots).Promise!.Value.TotalMilliseconds;

        Assert.True(Passes("routerReboots", 1000, 60_000 + promise, actionAt: 61_000));
        Assert.False(Passes("routerReboots", 1000, 60_000 + promise, actionAt: 1000));
    }

    [Theory]
    [InlineData("none", 100, 90, true)]
    [InlineData("none", 100, 250, false)]
    [InlineData("speakerKilled", 100, 1190, true)]
    [InlineData("speakerKilled", 100, 5000, false)]
    public void What_the_machine_makes_longer_by_itself_is_not_the_network_s(
        string within,
        int start,
        int length,
        bool passes
    )
    {
        var record = Record(start, length) with
        {
            Stalls = [new(TimeSpan.FromMilliseconds(90), TimeSpan.FromMilliseconds(200))],
        };

        var check = Judge(new(within, 0, 0), record, 0);

        Assert.Equal(passes, check.Passed);
        Assert.Contains($"longest gap {length} ms (", check.Found, StringComparison.Ordinal);
        Assert.Contains("this machine's own stalls", check.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stall_at_another_time_excuses_nothing()
    {
        var record = Record(1000, 100) with
        {
            Stalls = [new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(400))],
        };

        Assert.False(Judge(new("none", 0, 0), record, 0).Passed);
    }

    [Fact]
    public void Without_any_flow_nothing_is_proved() =>
        Assert.False(Judge(new("any", 0, 0), Record(0, 0) with { Flows = [] }, 0).Passed);

    [Fact]
    public void A_number_is_milliseconds()
    {
        Assert.True(Judge(new(null, 500, 0), Record(0, 510), 0).Passed);
        Assert.False(Judge(new(null, 500, 0), Record(0, 540), 0).Passed);
    }

    [Fact]
    public void Traffic_is_watched_longer_than_it_may_be_lost()
    {
        var line = Design.Budget.First(line => line.Fault == Fault.NodeDies);

        Assert.True(LossJudge.WatchFor(new("nodeDies", 0, 0), Design) > line.WorstCase);
        Assert.Equal(TimeSpan.FromSeconds(7), LossJudge.WatchFor(new("nodeDies", 0, 7), Design));
    }

    private static bool Passes(string within, int start, int length, int actionAt = 0) =>
        Judge(new(within, 0, 0), Record(start, length), actionAt).Passed;

    private static BgpLb.Rehearsal.Reports.Check Judge(LossLimit limit, TrafficRecord record, int actionAt) =>
        LossJudge.Judge(limit, Design, record, TimeSpan.FromMilliseconds(actionAt));

    private static TrafficRecord Record(int start, int length) =>
        new(
            TimeSpan.FromMilliseconds(10),
            TimeSpan.FromMinutes(2),
            [
                new("10.10.50.10", 100, 0, [], [1]),
                new(
                    "10.10.50.10",
                    100,
                    3,
                    [new(TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(length))],
                    [1]
                ),
            ]
        );
}
