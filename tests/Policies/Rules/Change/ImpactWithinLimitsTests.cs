using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Change;

public sealed class ImpactWithinLimitsTests
{
    private const string Rule = "impact";
    private const string Balancer = "LoadBalancer dev";

    private static StackView Dev => Shipped.Dev;

    /// <summary>A hold time that resets five nodes for 7 s.</summary>
    private static StackView Slower { get; } =
        Dev.With("CiliumBGPPeerConfig bgplb-ipv4", "spec.timers.holdTimeSeconds", 12) with
        {
            Before = Dev,
        };

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) =>
        Expect.Kept(Rule, Shipped.Of(stack) with { Before = Shipped.Of(stack) });

    [Fact]
    public void Where_nothing_is_limited_nothing_need_be_known()
    {
        Expect.Kept(Rule, Dev);
        Expect.Kept(Rule, Slower);
        Expect.Undecided(Rule, Dev.With(Balancer, "impact.seconds", 0), "what runs now is not known");
    }

    [Fact]
    public void Nodes_at_once()
    {
        Expect.Kept(Rule, Slower.With(Balancer, "impact.nodesAtOnce", 5));
        var finding = Expect.Violated(
            Rule,
            Slower.With(Balancer, "impact.nodesAtOnce", 4),
            "5 nodes are without routes at once, 4 allowed by objectives.impact.nodesAtOnce: "
                + "Other timers of CiliumBGPPeerConfig bgplb-ipv4."
        );
        Assert.Equal("spec.timers", finding.Property);
        Assert.Contains("No way resets fewer sessions", finding.Remedy, StringComparison.Ordinal);
        Assert.Contains("objectives.impact.nodesAtOnce", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Seconds()
    {
        Expect.Kept(Rule, Slower.With(Balancer, "impact.seconds", 7));
        Expect.Violated(Rule, Slower.With(Balancer, "impact.seconds", 6.9), "Nodes are without routes for 7 s");
    }

    [Fact]
    public void For_good()
    {
        var without = Dev.Without("CiliumBGPClusterConfig bgplb-blue").With(Balancer, "impact.seconds", 3600) with
        {
            Before = Dev,
        };

        var finding = Expect.Violated(Rule, without, "Sessions end for good, 3600 allowed", "bgplb-blue");

        Assert.Equal("impact.seconds", finding.Property);
    }

    [Fact]
    public void Addresses()
    {
        var smaller = Dev.With("CiliumLoadBalancerIPPool dev-default", "spec.blocks[0].start", "10.10.50.20") with
        {
            Before = Dev,
        };

        Expect.Kept(Rule, smaller.With(Balancer, "impact.addresses", 10));
        var finding = Expect.Violated(
            Rule,
            smaller.With(Balancer, "impact.addresses", 9),
            "10 addresses move or vanish, 9 allowed"
        );
        Assert.Contains("lbipam.cilium.io/ips", finding.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worst_comes_first_and_what_is_within_the_limit_is_left_out()
    {
        var mixed = Slower
            .With("CiliumBGPClusterConfig bgplb-blue", "spec.bgpInstances[0].localASN", 64600)
            .With("CiliumLoadBalancerIPPool dev-default", "spec.blocks[0].start", "10.10.50.20");

        Assert.EndsWith(
            "objectives.impact.nodesAtOnce: Other timers of CiliumBGPPeerConfig bgplb-ipv4; "
                + "Other nodes' AS number of CiliumBGPClusterConfig bgplb-blue.",
            Expect.Violated(Rule, mixed.With(Balancer, "impact.nodesAtOnce", 0)).Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "objectives.impact.seconds: Other timers of CiliumBGPPeerConfig bgplb-ipv4.",
            Expect.Violated(Rule, mixed.With(Balancer, "impact.seconds", 3)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Of_many_causes_three_are_named()
    {
        var after = Slower
            .With("CiliumBGPPeerConfig bgplb-ipv4", "spec.gracefulRestart.enabled", true)
            .With("CiliumBGPPeerConfig bgplb-ipv4", "spec.ebgpMultihop", 2);

        Assert.DoesNotContain(
            "more",
            Expect.Violated(Rule, after.With(Balancer, "impact.nodesAtOnce", 0)).Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            "; and 1 more.",
            Expect
                .Violated(Rule, after.With("RouterChange gateway", "asn", 1).With(Balancer, "impact.nodesAtOnce", 0))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Each_limit_is_judged_by_itself() =>
        Assert.Equal(
            2,
            Expect
                .VerdictOf(Rule, Slower.With(Balancer, "impact.nodesAtOnce", 0).With(Balancer, "impact.seconds", 0))
                .Findings.Count(finding => finding.Severity == Severity.Error)
        );
}
