using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>Sessions between a real FRR as the router and a real GoBGP, as Cilium has it, on each of two nodes.</summary>
[Trait("Needs", "Programs")]
public sealed class FrrConfirmTests : IDisposable
{
    private static readonly RouterDesign Router = Designs.TwoNodes;

    private readonly Lab _lab = new();

    [SkippableFact]
    public void Sessions_of_both_families_are_confirmed_and_only_pool_addresses_get_in()
    {
        var router = _lab.Gateway();
        Assert.Equal(0, Scripts.Apply(router, Router).Status);
        foreach (var node in new[] { _lab.Node(router, 11), _lab.Node(router, 12) })
        {
            node.Announce("172.29.52.100", "64512:100");
            node.Announce("fd47:25e1:2f96:52:100::1", "64512:100");
            // Without the community, outside the pools, a whole network.
            node.AnnouncePrefix("172.29.52.101/32");
            node.AnnouncePrefix("172.29.52.7/32", "64512:100");
            node.AnnouncePrefix("172.29.52.128/26", "64512:100");
        }

        var confirmed = Scripts.Confirm(router, Router, 60);

        Assert.True(confirmed.Status == 0, confirmed.All);
        Assert.Contains("bgplb-prod-ipv4: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        Assert.Contains("bgplb-prod-ipv6: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        var routes = Eventually(router, "show ip route bgp", "via 172.29.51.11", "via 172.29.51.12");
        Assert.Contains("172.29.52.100/32", routes);
        Assert.DoesNotContain("172.29.52.7/32", routes);
        Assert.DoesNotContain("172.29.52.101/32", routes);
        Assert.DoesNotContain("172.29.52.128/26", routes);
        var routes6 = Eventually(router, "show ipv6 route bgp", "51::11, eth0", "51::12, eth0");
        Assert.Contains("fd47:25e1:2f96:52:100::1/128", routes6);
        Assert.Contains("\"pfxSnt\":0", router.Vtysh("show bgp ipv4 unicast summary json"));
        Assert.DoesNotMatch("\"pfxSnt\":[1-9]", router.Vtysh("show bgp ipv6 unicast summary json"));
    }

    [SkippableFact]
    public void Missing_sessions_are_named_with_their_state()
    {
        var router = _lab.Gateway();
        var quick = Router with { RevertAfter = TimeSpan.FromSeconds(12), Reconnect = TimeSpan.FromSeconds(2) };
        Assert.Equal(0, Scripts.Apply(router, quick).Status);
        _lab.Node(router, 11, "another-password");

        var outcome = Scripts.Confirm(router, quick, 3);

        Transactions.Site.AssertFailed(
            outcome,
            "after 12 s it was not confirmed",
            "bgplb-prod-ipv4: 0 of 2 sessions are Established",
            "172.29.51.11: no TCP session, and segments with a wrong password",
            "fd47:25e1:2f96:51::12: no TCP: it does not answer on the link"
        );
        Assert.DoesNotContain(Scripts.Password, outcome.All);
    }

    public void Dispose() => _lab.Dispose();

    private static string Eventually(Gateway router, string command, params string[] wanted) =>
        Poll.Read(
            string.Join(", ", wanted),
            () => router.Vtysh(command),
            text => wanted.All(part => text.Contains(part, StringComparison.Ordinal))
        );
}
