using BgpLb.Rehearsal;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>The same on the stand-in for VyOS in front of a real FRR.</summary>
public sealed class VyosWrongChangeTests : WrongChangeTests
{
    protected override Dialect Dialect => Dialect.Vyos;
}

/// <inheritdoc cref="VyosWrongChangeTests"/>
public sealed class VyosClusterSideTests : ClusterSideTests
{
    protected override Dialect Dialect => Dialect.Vyos;
}

/// <inheritdoc cref="VyosWrongChangeTests"/>
public sealed class VyosPoolChangeTests : PoolChangeTests
{
    protected override Dialect Dialect => Dialect.Vyos;
}

/// <inheritdoc cref="VyosWrongChangeTests"/>
public sealed class VyosRunnerGoneTests : RunnerGoneTests
{
    protected override Dialect Dialect => Dialect.Vyos;
}

/// <inheritdoc cref="VyosWrongChangeTests"/>
public sealed class VyosInterruptedTests : InterruptedTests
{
    protected override Dialect Dialect => Dialect.Vyos;
}

/// <inheritdoc cref="VyosWrongChangeTests"/>
public sealed class VyosRollbackTests : RollbackTests
{
    protected override Dialect Dialect => Dialect.Vyos;
}

/// <summary>What VyOS alone has: its own commit-confirm, behind the watcher.</summary>
[Trait("Needs", "Programs")]
public sealed class VyosLastResortTests
{
    [SkippableFact]
    public void Without_a_watcher_the_router_starts_anew_with_what_was_saved()
    {
        var design = Site.DesignOf(Dialect.Vyos);
        using var site = Site.Confirmed(Dialect.Vyos, secondsPerMinute: 10);
        var (running, saved) = (site.Running, site.Saved);
        Assert.Equal(0, site.Change(design, Site.Second).Status);
        Assert.True(site.Vyos.IsPending);

        site.KillWatcher();
        Poll.Until("the old password", () => site.Running == running, TimeSpan.FromMinutes(2));
        Assert.Equal(saved, site.Saved);
        Assert.Equal("", site.Phase);
        site.AwaitRoutes();
    }

    [SkippableFact]
    public void What_others_have_survives_a_change_its_return_and_the_removal()
    {
        const string Foreign = """
            policy prefix-list bgplb-prod-2-ipv4-vips rule 10 action permit
            policy prefix-list bgplb-prod-2-ipv4-vips rule 10 prefix 10.8.0.0/24
            protocols bgp peer-group hand-made password theirs
            protocols bgp peer-group hand-made remote-as 64999
            protocols bgp system-as 64513
            protocols static route 10.99.0.0/24 blackhole tag 7
            system host-name gateway

            """;
        var design = Site.DesignOf(Dialect.Vyos);
        using var site = new Site(Foreign, dialect: Dialect.Vyos);
        site.Settle(design);
        var running = site.Running;

        Assert.Equal(0, site.Change(design, Site.Second).Status);
        Site.AssertFailed(site.Confirm(design, Site.Second), "The router runs what it ran before the change");
        Assert.Equal(running, site.Running);
        Assert.Equal(0, site.Remove(design).Status);

        string[] left = [.. site.Running.Split('\n').Where(line => line.Length > 0)];
        Assert.Empty(Foreign.Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(left, StringComparer.Ordinal));
        Assert.DoesNotContain(left, line => line.Contains("bgplb-prod-ipv", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void What_the_script_keeps_is_for_its_user_only()
    {
        using var site = Site.Confirmed(Dialect.Vyos);

        var open = site.Gateway.Run("find /config/bgplb.bgplb-prod /run/bgplb/bgplb-prod -maxdepth 0 -perm /077", "");

        Assert.Equal((0, ""), (open.Status, open.Output));
        Assert.True(File.Exists(site.Gateway.PathOf("/config/bgplb.bgplb-prod/backup")));
    }

    [SkippableFact]
    public void A_commit_that_fails_half_way_leaves_what_ran()
    {
        var design = Site.DesignOf(Dialect.Vyos);
        using var site = Site.Confirmed(Dialect.Vyos);
        var (running, sessions) = (site.Running, site.Sessions());
        site.Vyos.FailsNextCommit = true;

        var outcome = site.Change(design with { MaximumPaths = 16 });

        Site.AssertFailed(outcome, "VyOS did not take everything; what ran before runs again");
        Assert.Equal(running, site.Running);
        Assert.False(site.Vyos.IsPending);
        site.AssertUnbroken(sessions);
    }
}
