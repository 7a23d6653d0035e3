using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>Changes that are wrong on the router: the update fails, everything is as it was, and no session has bounced.</summary>
[Trait("Needs", "Programs")]
public class WrongChangeTests
{
    /// <summary>What the router speaks.</summary>
    protected virtual Dialect Dialect => Dialect.Frr;

    private RouterDesign Design => Site.DesignOf(Dialect);

    public static TheoryData<string, string> Mistakes =>
        new()
        {
            { "listen range", "172.29.51.11: it is outside of 10.0.0.0/24, where the router listens for nodes" },
            { "limit", "172.29.51.11 announces 2 addresses of the pools; the new limit is 1" },
            { "filter", "bgplb-prod-ipv4: nothing that is announced is within the new filter" },
        };

    [SkippableTheory]
    [MemberData(nameof(Mistakes))]
    public void The_update_fails_and_nothing_has_changed(string mistake, string reason)
    {
        using var site = Site.Confirmed(Dialect);
        foreach (var node in site.Nodes)
        {
            node.Announce("172.29.52.101", Site.Community);
        }

        Poll.Until("the other route", () => site.NextHops("ip", "172.29.52.101/32") == 2);
        var (running, saved, sessions) = (site.Running, site.Saved, site.Sessions());
        var wrong = Wrong(mistake);

        var changed = site.Change(wrong);
        Assert.True(changed.Status == 0, changed.All);
        var outcome = site.Confirm(wrong);

        Site.AssertFailed(outcome, reason, "The router runs what it ran before the change (4 sessions", "Next: ");
        Assert.Equal(running, site.Running);
        Assert.Equal(saved, site.Saved);
        site.AssertUnbroken(sessions);
        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
    }

    private RouterDesign Wrong(string mistake)
    {
        var ipv4 = Design.Families[0];
        var changed = mistake switch
        {
            "listen range" => ipv4 with { ListenRanges = [Prefix.Parse("10.0.0.0/24")!] },
            "limit" => ipv4 with { PrefixLimit = 1 },
            _ => ipv4 with { Accepted = [Prefix.Parse("172.29.53.0/24")!] },
        };
        // A range where the router has no interface would be refused at once if nodes there were to be probed.
        return Design with { Families = [changed, Design.Families[1]], ProbesNeighbours = mistake != "listen range" };
    }
}
