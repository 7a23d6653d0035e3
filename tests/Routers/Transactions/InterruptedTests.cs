using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>Script, watcher or router end in the middle of a change, or the next change begins.</summary>
[Trait("Needs", "Programs")]
public class InterruptedTests
{
    /// <summary>What the router speaks.</summary>
    protected virtual Dialect Dialect => Dialect.Frr;

    private RouterDesign Design => Site.DesignOf(Dialect);

    private RouterDesign Harmless => Site.HarmlessOf(Dialect);

    private string MaximumPaths16 => Site.SaysHarmless(Dialect);

    [SkippableTheory]
    [InlineData(50)]
    [InlineData(450)]
    [InlineData(1100)]
    public void The_script_is_killed_at_any_point_and_run_again(int milliseconds)
    {
        using var site = Site.Confirmed(Dialect);
        var script = RouterScripts.Change(Harmless, Scripts.Password);
        // The shell of the script alone: what it has started goes on, as on a router.
        site.Gateway.Run(
            $"{script.Create} >/dev/null 2>&1 & script=$!; sleep {milliseconds / 1000.0:0.000}; kill -9 $script; wait",
            Scripts.Plain(script.Stdin)
        );

        Poll.Until("a safe end", () => site.Phase is "" or "confirmed" or "reverted", TimeSpan.FromSeconds(60));
        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
        site.Settle(Harmless);

        Assert.Contains(MaximumPaths16, site.Saved);
        Assert.Equal($"{site.Software} is right already\n", site.Change(Harmless).Output);
    }

    [SkippableFact]
    public void A_watcher_that_died_is_replaced_by_the_next_run()
    {
        using var site = Site.Confirmed(Dialect);
        Assert.Equal(0, site.Change(Design, Site.Second).Status);
        site.KillWatcher();

        var outcome = site.Confirm(Design, Site.Second);

        Site.AssertFailed(outcome, "after 15 s it was not confirmed", "The router runs what it ran before the change");
    }

    [SkippableFact]
    public void After_a_reboot_what_was_confirmed_runs_and_the_next_update_makes_the_change_again()
    {
        using var site = Site.Confirmed(Dialect);
        var saved = site.Saved;
        Assert.Equal(0, site.Change(Design with { MaximumPaths = 16, NodeAsn = 64999 }).Status);

        site.Gateway.Reboot();

        Assert.Equal(saved, site.Saved);
        site.AwaitRoutes();
        Assert.Equal("", site.Phase);
        site.Settle(Harmless);
        Assert.Contains(MaximumPaths16, site.Saved);
    }

    [SkippableFact]
    public void Another_update_takes_the_place_of_one_that_still_waits()
    {
        using var site = Site.Confirmed(Dialect);
        var running = site.Running;
        Assert.Equal(0, site.Change(Design, Site.Second).Status);

        // Somebody has noticed the mistake, and takes it back.
        site.Settle(Design);

        Assert.Equal(running, site.Running);
        site.AwaitRoutes();
    }
}
