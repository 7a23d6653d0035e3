using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers;

/// <summary>Sessions of real FRRs: one as the router, one for each of two nodes.</summary>
[Trait("Needs", "Programs")]
public sealed class FrrConfirmTests : IDisposable
{
    private static readonly RouterDesign Router = TwoNodes(Designs.Of(Dialect.Frr, IpFamily.IPv4, IpFamily.IPv6));

    private readonly List<FrrHost> _hosts = [];

    [SkippableFact]
    public void Sessions_of_both_families_are_confirmed_and_only_pool_addresses_get_in()
    {
        var router = Start(null, "", "172.29.51.1/24", "fd47:25e1:2f96:51::1/64");
        Assert.Equal(0, Scripts.Apply(router, Router).Status);
        Node(router, 11, Scripts.Password);
        Node(router, 12, Scripts.Password);

        var confirmed = Scripts.Confirm(router, Router, 60);

        Assert.True(confirmed.Status == 0, confirmed.All);
        Assert.Contains("bgplb-prod-ipv4: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        Assert.Contains("bgplb-prod-ipv6: 2 sessions are Established, confirmed for d1\n", confirmed.Output);
        var routes = Eventually(() => router.Vtysh("show ip route bgp"), "via 172.29.51.11", "via 172.29.51.12");
        Assert.Contains("172.29.52.100/32", routes);
        // Outside the pools, without the community, a whole network: none of these.
        Assert.DoesNotContain("172.29.52.7/32", routes);
        Assert.DoesNotContain("172.29.52.101/32", routes);
        Assert.DoesNotContain("172.29.52.128/26", routes);
        var routes6 = Eventually(() => router.Vtysh("show ipv6 route bgp"), "51::11, eth0", "51::12, eth0");
        Assert.Contains("fd47:25e1:2f96:52:100::1/128", routes6);
        Assert.Contains("\"pfxSnt\":0", router.Vtysh("show bgp ipv4 unicast summary json"));
        Assert.DoesNotMatch("\"pfxSnt\":[1-9]", router.Vtysh("show bgp ipv6 unicast summary json"));
    }

    [SkippableFact]
    public void Missing_sessions_are_named_with_their_state()
    {
        var router = Start(null, "", "172.29.51.1/24", "fd47:25e1:2f96:51::1/64");
        Assert.Equal(0, Scripts.Apply(router, Router).Status);
        Node(router, 11, "another-password");

        var outcome = Scripts.Confirm(router, Router, 3);

        Assert.NotEqual(0, outcome.Status);
        Assert.Contains("after 3 s sessions are missing", outcome.Errors);
        Assert.Contains("bgplb-prod-ipv4: 0 of 2 sessions are Established", outcome.Errors);
        Assert.Contains("172.29.51.11 has not been seen", outcome.Errors);
        Assert.Contains("fd47:25e1:2f96:51::12 has not been seen", outcome.Errors);
        Assert.DoesNotContain(Scripts.Password, outcome.All);
    }

    public void Dispose()
    {
        foreach (var host in Enumerable.Reverse(_hosts))
        {
            host.Dispose();
        }
    }

    private static RouterDesign TwoNodes(RouterDesign router) =>
        router with
        {
            Families = [.. router.Families.Select(family => family with { Sessions = 2, Nodes = family.Nodes[..2] })],
        };

    private FrrHost Start(FrrHost? bridge, string configuration, params string[] addresses)
    {
        Repository.Require(FrrHost.IsPossible, "root, FRR (apt-get install frr) and iproute2");
        var host = new FrrHost(bridge, configuration, addresses);
        _hosts.Add(host);
        return host;
    }

    private void Node(FrrHost router, int number, string password) => _hosts.Add(Nodes.Start(router, number, password));

    private static string Eventually(Func<string> read, params string[] wanted)
    {
        for (var i = 0; i < 40; i++)
        {
            if (read() is var text && wanted.All(part => text.Contains(part, StringComparison.Ordinal)))
            {
                return text;
            }

            Thread.Sleep(250);
        }

        Assert.Fail($"not within 10 s: {string.Join(", ", wanted)} in {read()}");
        return "";
    }
}
