using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Routers;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>Runner, connection, script, watcher, routing daemon or router end in the middle of a change.</summary>
[Trait("Needs", "Programs")]
public sealed class InterruptedTests
{
    /// <summary>Keeps the nodes' sessions, and is a change.</summary>
    private static readonly RouterDesign Harmless = Site.Design with { MaximumPaths = 16 };

    [SkippableFact]
    public void Without_a_runner_the_watcher_confirms_and_saves()
    {
        using var site = Site.Confirmed();

        Assert.Equal(0, site.Change(Harmless).Status);
        site.Runner.Link.Cut();

        site.AwaitPhase("confirmed");
        Poll.Until(
            "the saved change",
            () => site.Gateway.SavedConfiguration.Contains("  maximum-paths 16\n", StringComparison.Ordinal),
            TimeSpan.FromSeconds(40)
        );
    }

    [SkippableFact]
    public void Without_a_runner_the_watcher_goes_back()
    {
        using var site = Site.Confirmed();
        var running = site.Gateway.RunningConfiguration;

        Assert.Equal(0, site.Change(Site.Design, Site.Second).Status);
        site.Runner.Link.Cut();

        site.AwaitPhase("reverted", 90);
        Assert.Equal(running, site.Gateway.RunningConfiguration);
        Assert.Contains("the cluster has the new design, or part of it", site.State("verdict"));
        site.AwaitRoutes();
    }

    [SkippableFact]
    public void A_connection_that_is_cut_between_commit_and_answer_changes_nothing_of_that()
    {
        using var site = Site.Confirmed();
        using (var cut = site.Begin(Harmless))
        {
            cut.AwaitText("changes FRR");
            site.Runner.Link.Cut();
        }

        site.AwaitPhase("confirmed");
        site.Runner.Link.Mend();
        site.Settle(Harmless);
        Assert.Contains("  maximum-paths 16\n", site.Gateway.SavedConfiguration);
    }

    [SkippableTheory]
    [InlineData(50)]
    [InlineData(300)]
    [InlineData(450)]
    [InlineData(600)]
    [InlineData(1100)]
    public void The_script_is_killed_at_any_point_and_run_again(int milliseconds)
    {
        using var site = Site.Confirmed();
        var script = RouterScripts.Change(Harmless, Scripts.Password);
        // The shell of the script alone: what it has started goes on, as on a router.
        site.Gateway.Run(
            $"{script.Create} >/dev/null 2>&1 & script=$!; sleep {milliseconds / 1000.0:0.000}; kill -9 $script; wait",
            Scripts.Plain(script.Stdin)
        );

        Poll.Until("a safe end", () => site.Phase is "" or "confirmed" or "reverted", TimeSpan.FromSeconds(60));
        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
        site.Settle(Harmless);

        Assert.Contains("  maximum-paths 16\n", site.Gateway.SavedConfiguration);
        Assert.Equal("FRR is right already\n", site.Change(Harmless).Output);
    }

    [SkippableFact]
    public void A_watcher_that_died_is_replaced_by_the_next_run()
    {
        using var site = Site.Confirmed();
        Assert.Equal(0, site.Change(Site.Design, Site.Second).Status);
        var watchers = site.Gateway.Run("pgrep -f '/run/lock/bgplb[.]bgplb-prod/program watch' | xargs kill -9", "");
        Assert.True(watchers.Status == 0, watchers.All);

        var outcome = site.Confirm(Site.Design, Site.Second);

        Site.AssertFailed(outcome, "after 15 s it was not confirmed", "The router runs what it ran before the change");
    }

    [SkippableFact]
    public void After_a_reboot_what_was_confirmed_runs_and_the_next_update_makes_the_change_again()
    {
        using var site = Site.Confirmed();
        var saved = site.Gateway.SavedConfiguration;
        Assert.Equal(0, site.Change(Site.Design with { MaximumPaths = 16, NodeAsn = 64999 }).Status);

        site.Gateway.Reboot();

        Assert.Equal(saved, site.Gateway.SavedConfiguration);
        site.AwaitRoutes();
        Assert.Equal("", site.Phase);
        site.Settle(Harmless);
        Assert.Contains("  maximum-paths 16\n", site.Gateway.SavedConfiguration);
    }

    [SkippableFact]
    public void A_routing_daemon_that_starts_anew_ends_the_change()
    {
        using var site = Site.Confirmed();
        var next = Site.Design with { NodeAsn = 64999 };
        Assert.Equal(0, site.Change(next).Status);

        site.Gateway.RestartRouting();

        site.AwaitPhase("reverted", 60);
        site.AwaitRoutes();
        Assert.Contains("Next: run the update again", site.State("verdict"));
    }

    [SkippableFact]
    public void Without_room_for_the_backup_nothing_is_changed()
    {
        using var site = Site.Confirmed(diskSize: 512);
        var running = site.Gateway.RunningConfiguration;
        site.Gateway.FillDisk();

        var outcome = site.Change(Harmless);

        Site.AssertFailed(
            outcome,
            "cannot keep a backup in /var/lib/bgplb.bgplb-prod (is the disk full?); nothing was changed"
        );
        Assert.Equal(running, site.Gateway.RunningConfiguration);
        site.Gateway.EmptyDisk();
        site.Settle(Harmless);
    }

    [SkippableFact]
    public void Without_room_to_save_the_update_fails_and_what_was_saved_stays()
    {
        using var site = Site.Confirmed(diskSize: 512);
        var saved = site.Gateway.SavedConfiguration;
        // More than fits where the copy of what was saved before makes room.
        var ipv4 = Site.Design.Families[0];
        var larger = Site.Design with
        {
            Families =
            [
                ipv4 with
                {
                    Accepted =
                    [
                        .. ipv4.Accepted,
                        .. Enumerable.Range(0, 200).Select(i => Prefix.Parse($"10.7.{i}.0/25")!),
                    ],
                },
                Site.Design.Families[1],
            ],
        };
        Assert.Equal(0, site.Change(larger).Status);
        site.Gateway.FillDisk();

        Site.AssertFailed(site.Confirm(larger), "the configuration runs but could not be saved", "is the disk full?");

        Assert.Equal(saved, site.Gateway.SavedConfiguration);
        site.Gateway.EmptyDisk();
        Assert.Equal(0, site.Confirm(larger).Status);
        Assert.Contains("10.7.199.0/25", site.Gateway.SavedConfiguration);
    }

    [SkippableFact]
    public void Another_update_takes_the_place_of_one_that_still_waits()
    {
        using var site = Site.Confirmed();
        var running = site.Gateway.RunningConfiguration;
        Assert.Equal(0, site.Change(Site.Design, Site.Second).Status);

        // Somebody has noticed the mistake, and takes it back.
        site.Settle(Site.Design);

        Assert.Equal(running, site.Gateway.RunningConfiguration);
        site.AwaitRoutes();
    }
}
