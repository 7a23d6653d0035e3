using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>Pools shrink and move while their addresses are in use: no address is cut before its Service has left it.</summary>
[Trait("Needs", "Programs")]
public class PoolChangeTests
{
    /// <summary>What the router speaks.</summary>
    protected virtual Dialect Dialect => Dialect.Frr;

    private RouterDesign Design => Site.DesignOf(Dialect);

    private const string Moved = "172.29.60.7";

    [SkippableFact]
    public void What_left_a_shrunk_pool_is_let_in_until_nobody_announces_it()
    {
        using var site = Site.Confirmed(Dialect);
        foreach (var node in site.Nodes)
        {
            node.Announce("172.29.52.150", Site.Community);
        }

        Poll.Until("the other route", () => site.NextHops("ip", "172.29.52.150/32") == 2);
        var sessions = site.Sessions();
        var shrunk = Accepting(100, "172.29.52.100/30");

        var confirmed = site.Settle(shrunk);

        Assert.Contains("stays until nothing uses it: 172.29.52.150/32", confirmed.Output);
        Assert.Equal(2, site.NextHops("ip", "172.29.52.150/32"));
        Assert.Contains("172.29.52.128/26", site.Saved);
        Assert.Equal(
            (
                "confirmed",
                $"{site.Software} has what the design needs; what only the one before needed goes when nothing uses it\n"
            ),
            (site.Phase, site.Change(shrunk).Output)
        );
        // The watcher that still waits for that ends when the next change begins.
        var next = shrunk with
        {
            MaximumPaths = 16,
        };
        Assert.Equal(0, site.Change(next).Status);
        site.AwaitPhase("confirmed");
        Poll.Until("the end of the watcher before", () => site.Watchers.Length == 1);
        site.Nodes[0].Withdraw("172.29.52.150");
        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
        site.Nodes[1].Withdraw("172.29.52.150");
        Poll.Until(
            "the contraction",
            () => !site.Running.Contains("172.29.52.128/26", StringComparison.Ordinal),
            TimeSpan.FromSeconds(60)
        );
        Poll.Until("its saving", () => !site.Saved.Contains("172.29.52.128/26", StringComparison.Ordinal));
        Assert.Contains("maximum-prefix 100\n", site.Running);
        Assert.Equal($"{site.Software} is right already\n", site.Change(next).Output);
        site.AssertUnbroken(sessions);
    }

    [SkippableFact]
    public void A_pool_moves_to_another_subnet_address_by_address()
    {
        using var site = Site.Confirmed(Dialect);
        var sessions = site.Sessions();
        var moved = Accepting(256, "172.29.60.0/24") with
        {
            VipSubnets = [Prefix.Parse("172.29.60.0/24")!, .. Design.VipSubnets.Skip(1)],
        };

        Assert.Equal(0, site.Change(moved).Status);

        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
        // The cluster's side moves while the change waits.
        foreach (var node in site.Nodes)
        {
            node.Announce(Moved, Site.Community);
        }

        Poll.Until("the new address", () => site.NextHops("ip", $"{Moved}/32") == 2);
        Assert.Equal(2, site.NextHops("ip", $"{Site.Vip}/32"));
        foreach (var node in site.Nodes)
        {
            node.Withdraw(Site.Vip);
        }

        var confirmed = site.Confirm(moved);
        Assert.True(confirmed.Status == 0, confirmed.All);
        Assert.Equal(2, site.NextHops("ip", $"{Moved}/32"));
        var running = site.Running;
        Assert.DoesNotContain("172.29.52.", running);
        Assert.Contains(" route 172.29.60.0/24 blackhole", running);
        site.AssertUnbroken(sessions);
    }

    private RouterDesign Accepting(long limit, params string[] prefixes) =>
        Design with
        {
            Families =
            [
                Design.Families[0] with
                {
                    Accepted = [.. prefixes.Select(prefix => Prefix.Parse(prefix)!)],
                    PrefixLimit = limit,
                },
                Design.Families[1],
            ],
        };
}
