using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class ListenLimitTests
{
    private const string Rule = "listen-limit";
    private const string Nodes = "nodeGroups.nodes.nodes";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void Fewer_sessions_than_nodes_are_found() =>
        Expect.Violated(Rule, Configured.Vyos("limit '13'", "limit '4'"), "gateway takes 4 sessions", "dial 5");

    [Fact]
    public void As_many_are_enough() => Expect.Kept(Rule, Configured.Vyos("limit '13'", "limit '5'"));

    [Fact]
    public void Each_family_takes_a_session_of_its_own() =>
        Expect.Violated(Rule, Configured.Frr("limit 22", "limit 5"), "5 sessions", "dial 6");

    [Theory]
    [InlineData(50, 0)]
    [InlineData(51, 1)]
    public void A_router_that_says_nothing_takes_100(int nodes, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured.Frr(" bgp listen limit 22\n", "").With("BgpPeering bgp-peering", Nodes, nodes)
                )
                .Findings.Length
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.Vyos("limit '13'", "limit '4'").Retained(Configured.Gateway));
}
