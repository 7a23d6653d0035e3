using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>FRR itself starts anew, or its disk is full.</summary>
[Trait("Needs", "Programs")]
public sealed class DaemonTests
{
    private static readonly RouterDesign Harmless = Site.Design with { MaximumPaths = 16 };

    [SkippableFact]
    public void A_routing_daemon_that_starts_anew_ends_the_change()
    {
        using var site = Site.Confirmed();
        var next = Site.Design with { NodeAsn = 64999 };
        Assert.Equal(0, site.Change(next).Status);

        site.Gateway.RestartRouting();

        site.AwaitPhase("reverted", 120);
        site.AwaitRoutes();
        Assert.Contains("Next: run the update again", site.State("verdict"));
    }

    [SkippableFact]
    public void Without_room_for_the_backup_nothing_is_changed()
    {
        using var site = Site.Confirmed(diskSize: 2048);
        var running = site.Running;
        site.Gateway.FillDisk();

        var outcome = site.Change(Harmless);

        Site.AssertFailed(
            outcome,
            "cannot keep a backup in /var/lib/bgplb.bgplb-prod (is the disk full?); nothing was changed"
        );
        Assert.Equal(running, site.Running);
        site.Gateway.EmptyDisk();
        site.Settle(Harmless);
    }

    [SkippableFact]
    public void Without_room_to_save_the_update_fails_and_what_was_saved_stays()
    {
        using var site = Site.Confirmed(diskSize: 2048);
        var saved = site.Saved;
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

        Assert.Equal(saved, site.Saved);
        site.Gateway.EmptyDisk();
        Assert.Equal(0, site.Confirm(larger).Status);
        Assert.Contains("10.7.199.0/25", site.Saved);
    }
}
