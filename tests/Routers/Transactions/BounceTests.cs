using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>Only what must bounce does, and the change says so beforehand.</summary>
[Trait("Needs", "Programs")]
public sealed class BounceTests
{
    [SkippableFact]
    public void Pools_limits_and_more_nodes_bounce_nothing()
    {
        using var site = Site.Confirmed();
        var sessions = site.Sessions();
        var ipv4 = Site.Design.Families[0];
        var wider = Site.Design with
        {
            ListenLimit = 64,
            MaximumPaths = 16,
            Families =
            [
                ipv4 with
                {
                    Accepted = [.. ipv4.Accepted, Prefix.Parse("172.29.60.0/24")!],
                    PrefixLimit = 400,
                    ListenRanges = [.. ipv4.ListenRanges, Prefix.Parse("172.29.61.0/24")!],
                },
                Site.Design.Families[1],
            ],
        };

        var changed = site.Change(wider);

        Assert.True(changed.Status == 0, changed.All);
        Assert.DoesNotContain("bounce", changed.Output);
        Assert.Equal(0, site.Confirm(wider).Status);
        site.AssertUnbroken(sessions);
    }

    [SkippableFact]
    public void A_password_bounces_the_sessions_of_the_stack_once()
    {
        using var site = Site.Confirmed();

        var changed = site.Change(Site.Design, Site.Second);
        foreach (var node in site.Nodes)
        {
            node.Restart(node.Options with { Password = Site.Second });
        }

        Assert.Contains(
            "the sessions of bgplb-prod-ipv4 bounce\nthe sessions of bgplb-prod-ipv6 bounce\n",
            changed.Output
        );
        var confirmed = site.Confirm(Site.Design, Site.Second);
        Assert.True(confirmed.Status == 0, confirmed.All);
        Assert.DoesNotContain(Scripts.Password, site.Gateway.SavedConfiguration);
    }

    [SkippableFact]
    public void The_router_s_AS_number_changes_where_all_of_its_BGP_is_the_stack_s()
    {
        using var site = Site.Confirmed();
        var next = Site.Design with { Asn = 64600 };

        var changed = site.Change(next);
        foreach (var node in site.Nodes)
        {
            node.Restart(
                node.Options with
                {
                    Peers = [.. node.Options.Peers.Select(peer => peer with { Asn = 64600 })],
                }
            );
        }

        Assert.Contains("- router bgp 64513, all of it\n", changed.Output);
        Assert.Contains("every session of this router bounces\n", changed.Output);
        var confirmed = site.Confirm(next);
        Assert.True(confirmed.Status == 0, confirmed.All);
        Assert.DoesNotContain("router bgp 64513", site.Gateway.SavedConfiguration);
        Assert.Equal("FRR is right already\n", site.Change(next).Output);
    }

    [SkippableFact]
    public void An_AS_number_that_the_nodes_do_not_follow_is_taken_back()
    {
        using var site = Site.Confirmed();
        var running = site.Gateway.RunningConfiguration;

        Assert.Equal(0, site.Change(Site.Design with { Asn = 64600 }).Status);
        var outcome = site.Confirm(Site.Design with { Asn = 64600 });

        Site.AssertFailed(outcome, "The router runs what it ran before the change");
        Assert.Equal(Sorted(running), Sorted(site.Gateway.RunningConfiguration));
        site.AwaitRoutes();
    }

    [SkippableFact]
    public void No_program_is_given_the_password_in_its_command_line()
    {
        using var site = new Site();
        using var listing = site.Gateway.Start(
            "while :; do cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n'; done | grep -m 1 -F Zq7-secret",
            ""
        );

        site.Settle(Site.Design);

        Assert.False(listing.HasEnded, listing.Written);
        listing.Kill();
    }

    private static string Sorted(string text) => string.Join('\n', text.Split('\n').Order(StringComparer.Ordinal));
}
