using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class AsnMirroredTests
{
    private const string Rule = "asn-mirrored";
    private const string Nodes = "CiliumBGPClusterConfig bgplb-blue";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void Nodes_of_another_AS_than_the_router_expects_are_found() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(Nodes, "spec.bgpInstances[0].localASN", 64999),
            "bgplb-blue",
            "64999",
            "gateway expects 64513"
        );

    [Fact]
    public void So_are_nodes_without_one() =>
        Expect.Violated(Rule, Shipped.Dev.With(Nodes, "spec.bgpInstances[0].localASN", null), "nothing");

    [Fact]
    public void A_router_of_another_AS_than_the_nodes_expect_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(Nodes, "spec.bgpInstances[0].peers[0].peerASN", 64998),
            "64998",
            "gateway has 64512"
        );

    [Fact]
    public void A_peer_of_any_AS_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(Nodes, "spec.bgpInstances[0].peers[0].peerASN", null), "nothing");

    [Fact]
    public void A_router_that_says_nothing_of_its_own_is_found() =>
        Assert.Equal(2, Expect.VerdictOf(Rule, Configured.Vyos("system-as", "system")).Findings.Length);

    [Fact]
    public void A_group_without_the_nodes_AS_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Frr(" neighbor bgplb-prod-ipv6 remote-as 64512\n", ""),
            "expects nothing",
            "bgplb-prod-ipv6"
        );

    [Theory]
    [InlineData("external", 0)]
    [InlineData("internal", 1)]
    [InlineData("64511", 1)]
    public void FRR_knows_any_other_AS_and_its_own(string remoteAs, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured.Frr("bgplb-prod-ipv6 remote-as 64512", $"bgplb-prod-ipv6 remote-as {remoteAs}")
                )
                .Findings.Length
        );

    [Fact]
    public void An_internal_session_is_one_within_the_AS() =>
        Expect.Kept(
            Rule,
            Configured
                .Frr("remote-as 64512", "remote-as internal")
                .With("CiliumBGPClusterConfig bgplb-nodes", "spec.bgpInstances[0].localASN", 64513)
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Dev.With(Nodes, "spec.bgpInstances[0].localASN", 1).Retained(Configured.Gateway));

    [Fact]
    public void What_is_not_known_yet_is_not_judged() =>
        Expect.Undecided(Rule, Shipped.Dev.With(Nodes, "spec.bgpInstances[0].localASN", new Unknown()), "localASN");

    [Fact]
    public void A_secret_configuration_is_not_quoted()
    {
        var finding = Expect.Violated(
            Rule,
            Configured
                .Frr("bgplb-prod-ipv6 remote-as 64512", "bgplb-prod-ipv6 remote-as 64777")
                .Hidden(Configured.UdmPro)
        );
        Assert.DoesNotContain("64777", finding.Message);
        Assert.DoesNotContain("bgplb-prod-ipv6", finding.Message);
    }
}
