using System.Diagnostics;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Traffic;

namespace BgpLb.Tests.Rehearsal.Traffic;

[Trait("Needs", "Programs")]
public sealed class PulseTests
{
    [SkippableFact]
    public void Each_late_beat_is_a_stall_from_when_it_was_due()
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        using var network = new Namespace();
        // Any beat takes longer than nothing.
        using var pulse = new Pulse(network, late: TimeSpan.Zero);

        Poll.Until("some beats", () => pulse.Stalls(0).Count >= 5);

        var start = Stopwatch.GetTimestamp();
        Poll.Until("some later ones", () => pulse.Stalls(start).Count >= 5);
        var stalls = pulse.Stalls(start);
        Assert.All(stalls, stall => Assert.True(stall.Length > TimeSpan.Zero && stall.Start >= TimeSpan.Zero));
        Assert.All(
            stalls.Zip(stalls.Skip(1)),
            pair => Assert.True(pair.Second.Start >= pair.First.Start + pair.First.Length)
        );
    }

    [SkippableFact]
    public void A_machine_that_stands_still_for_a_while_is_seen()
    {
        Repository.Require(Machine.Missing is null, Machine.Missing ?? "");
        using var network = new Namespace();
        using var pulse = new Pulse(network, late: TimeSpan.FromMilliseconds(200));
        var start = Stopwatch.GetTimestamp();

        // Nothing is delivered on the way, as on a machine that does not get to it.
        network.Ip("link", "set", "lo", "down");
        Thread.Sleep(TimeSpan.FromMilliseconds(500));
        network.Ip("link", "set", "lo", "up");

        Poll.Until("the stall", () => pulse.Stalls(start).Any(stall => stall.Length > TimeSpan.FromMilliseconds(400)));
    }
}
