using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>The runner is gone in the middle of a change: what it began comes to a safe end.</summary>
[Trait("Needs", "Programs")]
public class RunnerGoneTests
{
    /// <summary>What the router speaks.</summary>
    protected virtual Dialect Dialect => Dialect.Frr;

    private RouterDesign Design => Site.DesignOf(Dialect);

    private RouterDesign Harmless => Site.HarmlessOf(Dialect);

    private string MaximumPaths16 => Site.SaysHarmless(Dialect);

    [SkippableFact]
    public void Without_a_runner_the_watcher_confirms_and_saves()
    {
        using var site = Site.Confirmed(Dialect);

        // A busy machine has to have the time to confirm.
        Assert.Equal(0, site.Change(Harmless with { RevertAfter = TimeSpan.FromMinutes(1) }).Status);
        site.Runner.Link.Cut();

        site.AwaitPhase("confirmed");
        Poll.Until(
            "the saved change",
            () => site.Saved.Contains(MaximumPaths16, StringComparison.Ordinal),
            TimeSpan.FromSeconds(40)
        );
    }

    [SkippableFact]
    public void Without_a_runner_the_watcher_goes_back()
    {
        using var site = Site.Confirmed(Dialect);
        var running = site.Running;

        Assert.Equal(0, site.Change(Design, Site.Second).Status);
        site.Runner.Link.Cut();

        site.AwaitPhase("reverted", 90);
        Assert.Equal(running, site.Running);
        Assert.Contains("the cluster has the new design, or part of it", site.State("verdict"));
        site.AwaitRoutes();
    }

    [SkippableFact]
    public void A_connection_that_is_cut_between_commit_and_answer_changes_nothing_of_that()
    {
        using var site = Site.Confirmed(Dialect);
        using (var cut = site.Begin(Harmless))
        {
            cut.AwaitText($"changes {site.Software}");
            site.Runner.Link.Cut();
        }

        site.AwaitPhase("confirmed");
        site.Runner.Link.Mend();
        site.Settle(Harmless);
        Assert.Contains(MaximumPaths16, site.Saved);
    }
}
