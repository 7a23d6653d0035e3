using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class NeighborsByRangeTests
{
    private const string Rule = "neighbors-by-range";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("neighbor 172.29.51.11 remote-as 64512")]
    [InlineData("neighbor fd47:25e1:2f96:51::11 remote-as 64512")]
    [InlineData("neighbor 192.0.2.1 peer-group bgplb-prod-ipv4")]
    public void Nodes_listed_by_hand_are_found(string line) =>
        Expect.Violated(Rule, Configured.AndFrr(line), "udm-pro", line.Split(' ')[1], "by hand");

    [Theory]
    [InlineData("10.10.30.0")]
    [InlineData("10.10.40.255")]
    public void In_VyOS_as_well(string address) =>
        Expect.Violated(Rule, Configured.AndVyos($"set protocols bgp neighbor {address} remote-as '64513'"), address);

    [Theory]
    [InlineData("10.10.29.255")]
    [InlineData("10.10.31.0")]
    [InlineData("10.10.41.0")]
    public void A_peer_beyond_the_nodes_subnets_is_somebody_elses(string address) =>
        Expect.Kept(Rule, Configured.AndVyos($"set protocols bgp neighbor {address} remote-as '64513'"));

    [Fact]
    public void A_prefix_length_in_a_neighbor_statement_is_found()
    {
        var finding = Expect.Violated(
            Rule,
            Configured.AndFrr("neighbor 192.0.2.0/24 remote-as 64512"),
            "192.0.2.0/24",
            "only an address"
        );
        Assert.Contains("bgp listen range", finding.Remedy);
    }

    [Fact]
    public void It_is_in_VyOS_as_well() =>
        Expect.Violated(Rule, Configured.AndVyos("set protocols bgp neighbor 10.10.30.0/24 remote-as '64513'"), "/24");

    [Fact]
    public void A_group_that_nobody_listens_with_may_have_members() =>
        Expect.Kept(Rule, Configured.AndFrr("neighbor up peer-group\n neighbor 192.0.2.1 peer-group up"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(
            Rule,
            Configured.AndVyos("set protocols bgp neighbor 10.10.30.0/24 remote-as '1'").Retained(Configured.Gateway)
        );
}
