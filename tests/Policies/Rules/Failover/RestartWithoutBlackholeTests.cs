using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Failover;

public sealed class RestartWithoutBlackholeTests
{
    private const string Rule = "restart-without-blackhole";

    /// <summary>A router that does nothing of its own: it keeps a dead node's routes for as long as the nodes ask.</summary>
    private static StackView Forgotten { get; } =
        Shipped
            .Prod.With("RouterChange udm-pro", "probesNeighbours", false)
            .With("RouterChange udm-pro", "keepsRoutes", null)
            .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.gracefulRestart", null);

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_router_that_keeps_the_routes_of_the_dead_is_found()
    {
        var finding = Expect.Violated(
            Rule,
            Forgotten,
            "udm-pro keeps the routes of a dead node of CiliumBGPPeerConfig bgplb-ipv4 for 39.5 s"
        );
        Assert.Equal("spec.gracefulRestart", finding.Property);
    }

    [Fact]
    public void Each_peer_config_is_found_once() =>
        Assert.Equal(
            2,
            Expect
                .VerdictOf(
                    Rule,
                    Forgotten.With(
                        "CiliumBGPPeerConfig bgplb-ipv6",
                        "spec.gracefulRestart",
                        Fields.Of(("enabled", true))
                    )
                )
                .Findings.Length
        );

    [Fact]
    public void Probing_is_enough() =>
        Expect.Kept(Rule, Forgotten.With("RouterChange udm-pro", "probesNeighbours", true));

    [Fact]
    public void So_is_a_router_that_drops_them_with_the_hold_time() =>
        Expect.Kept(Rule, Forgotten.With("RouterChange udm-pro", "keepsRoutes.ofDead", 0));

    [Fact]
    public void And_no_graceful_restart() =>
        Expect.Kept(Rule, Forgotten.With("CiliumBGPPeerConfig bgplb-ipv4", "spec.gracefulRestart.enabled", false));

    [Fact]
    public void A_promise_that_long_allows_it()
    {
        Expect.Kept(Rule, Forgotten.With("LoadBalancer home-ops", "promises.nodeDies", 39.5));
        Expect.Violated(Rule, Forgotten.With("LoadBalancer home-ops", "promises.nodeDies", 39.4), "39.5 s");
        Expect.Violated(Rule, Forgotten.With("LoadBalancer home-ops", "promises.nodeDies", null), "39.5 s");
    }
}
