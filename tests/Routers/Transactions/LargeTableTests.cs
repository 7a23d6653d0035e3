using System.Diagnostics;
using BgpLb.Addressing;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Transactions;

/// <summary>A router with a table as large as a good part of the Internet's, and a daemon that does not answer.</summary>
[Trait("Needs", "Programs")]
public sealed class LargeTableTests
{
    private const int Routes = 200_000;

    private const string Neighbour = """
        router bgp 64513
         neighbor 10.9.0.2 remote-as 65010
         no bgp ebgp-requires-policy
        exit

        """;

    [SkippableFact]
    public void Two_hundred_thousand_foreign_routes_stall_nothing_while_something_is_left_to_take_away()
    {
        using var site = Site.Confirmed();
        foreach (var node in site.Nodes)
        {
            node.Announce("172.29.52.150", Site.Community);
        }

        site.Gateway.Add(new Segment("eth1", "10.9.0.1/24"));
        site.Gateway.Enter(Neighbour);
        using var peer = site.Gateway.Attach("eth1", "10.9.0.2/24");
        var flood = Path.Combine(Repository.Root, "tests", "Routers", "Transactions", "flood.py");
        using var flooding = peer.Namespace.Start("", "python3", flood, "10.9.0.2", "10.9.0.1", $"{Routes}");
        Poll.Read(
            "the routes of somebody else",
            () => (Summary: site.Gateway.Vtysh("show bgp ipv4 unicast summary"), flooding.Written, flooding.HasEnded),
            seen => seen.Summary.Contains($" {Routes} ", StringComparison.Ordinal),
            TimeSpan.FromMinutes(3)
        );
        var sessions = site.Sessions();
        var ipv4 = Site.Design.Families[0];
        var shrunk = Site.Design with
        {
            Families =
            [
                ipv4 with
                {
                    Accepted = [Prefix.Parse("172.29.52.100/30")!],
                    PrefixLimit = 100,
                },
                Site.Design.Families[1],
            ],
        };

        // What is announced keeps the old filter in use, so the watcher goes on looking at routes.
        site.Settle(shrunk);
        var (before, watch) = (site.RoutingTime, Stopwatch.StartNew());
        Thread.Sleep(TimeSpan.FromSeconds(20));
        var busy = site.RoutingTime - before;

        // Reading the whole table every second took all of its time.
        Assert.True(busy < watch.Elapsed / 4, $"bgpd was busy for {busy} of {watch.Elapsed}");
        Assert.Contains("172.29.52.150", site.State("in-use"));
        site.AssertUnbroken(sessions);
        flooding.Kill();
    }

    [SkippableFact]
    public void A_daemon_that_does_not_answer_fails_the_update_and_changes_nothing()
    {
        using var site = Site.Confirmed();
        var (running, design) = (site.Running, Site.Design with { MaximumPaths = 16 });
        site.Signal("STOP");

        var outcome = site.Change(design);

        Site.AssertFailed(outcome, "FRR does not show its configuration within 20 s");
        site.Signal("CONT");
        Assert.Equal(running, site.Running);
        site.Settle(design);
    }
}
