using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>
/// The cluster's side is wrong: the update fails, and the router ends on whichever configuration carries more of the
/// expected sessions.
/// </summary>
[Trait("Needs", "Programs")]
public class ClusterSideTests
{
    /// <summary>What the router speaks.</summary>
    protected virtual Dialect Dialect => Dialect.Frr;

    private RouterDesign Design => Site.DesignOf(Dialect);

    [SkippableFact]
    public void Nodes_that_keep_the_old_password_are_back_after_it_was_tried()
    {
        using var site = Site.Confirmed(Dialect);
        var running = site.Running;

        Assert.Contains("the sessions of bgplb-prod-ipv4 bounce", site.Change(Design, Site.Second).Output);
        var outcome = site.Confirm(Design, Site.Second);

        Site.AssertFailed(outcome, "172.29.51.11: no TCP session, and segments with a wrong password");
        Assert.Contains("sessions of this stack stand); the cluster has the new design", outcome.Errors);
        Assert.Contains("Next: compare the password in the secret", outcome.Errors);
        Assert.Equal(running, site.Running);
        site.AwaitRoutes();
    }

    [SkippableFact]
    public void Nodes_with_another_AS_number_are_named()
    {
        using var site = Site.Confirmed(Dialect);
        var (running, next) = (site.Running, Design with { NodeAsn = 64999 });

        Assert.Equal(0, site.Change(next).Status);
        foreach (var node in site.Nodes)
        {
            node.Restart(node.Options with { Asn = 64777 });
        }

        var outcome = site.Confirm(next);

        Site.AssertFailed(
            outcome,
            "172.29.51.11: it connects, and the session is refused: its AS number is probably not 64999",
            "The router runs what it ran before the change (0 sessions",
            "Next: compare cluster.asn"
        );
        Assert.Equal(running, site.Running);
    }

    [SkippableFact]
    public void Where_going_back_carries_less_the_new_configuration_returns()
    {
        using var site = Site.Confirmed(Dialect);
        Assert.Equal(0, site.Change(Design, Site.Second).Status);
        // One node has moved, the other one is gone: before the change nobody would have a session.
        site.Nodes[0].Restart(site.Nodes[0].Options with { Password = Site.Second });
        site.Nodes[1].Link.Cut();

        var outcome = site.Confirm(Design, Site.Second);

        Site.AssertFailed(
            outcome,
            "172.29.51.12: no TCP: it does not answer on the link",
            "it went back and found 0 sessions where the new configuration has 2, so the new one runs again"
        );
        Assert.Contains("The router runs the new configuration; the cluster has the new design", outcome.Errors);
        Assert.Contains(Site.Second, site.Running);
        Assert.Contains(Site.Second, site.Saved);
        Poll.Until("its sessions", () => site.Sessions().Count == 2, TimeSpan.FromSeconds(30));
        site.Nodes[1].Link.Mend();
        site.Nodes[1].Restart(site.Nodes[1].Options with { Password = Site.Second });
        Assert.Equal(0, site.Confirm(Design, Site.Second).Status);
    }

    [SkippableFact]
    public void A_node_that_was_away_while_the_password_changed_comes_back()
    {
        using var site = Site.Confirmed(Dialect);
        var one = Design with
        {
            Families = [.. Design.Families.Select(family => family with { Sessions = 1, Nodes = family.Nodes[..1] })],
        };
        site.Settle(one);
        site.Nodes[1].Kill();
        Poll.Until("its end", () => site.Sessions().Count == 2, TimeSpan.FromSeconds(30));
        Assert.Equal(0, site.Change(one, Site.Second).Status);
        site.Nodes[0].Restart(site.Nodes[0].Options with { Password = Site.Second });
        Assert.Equal(0, site.Confirm(one, Site.Second).Status);

        site.Nodes[1].Restart(site.Nodes[1].Options with { Password = Site.Second });

        Poll.Until("its sessions", () => site.Nodes[1].IsEstablished, TimeSpan.FromSeconds(40));
    }
}
