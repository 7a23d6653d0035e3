using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class SessionsEnabledTests
{
    private const string Rule = "sessions-enabled";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("neighbor bgplb-prod-ipv4 shutdown", "bgplb-prod-ipv4")]
    [InlineData("neighbor bgplb-prod-ipv4 shutdown message until tested", "bgplb-prod-ipv4")]
    [InlineData("neighbor 172.29.51.11 shutdown", "172.29.51.11")]
    [InlineData("bgp shutdown", "all its sessions")]
    public void Neighbors_left_shut_down_are_found(string line, string part) =>
        Expect.Violated(Rule, Configured.AndFrr(line), "udm-pro", part);

    [Fact]
    public void A_neighbor_that_is_enabled_again_is_not() =>
        Expect.Kept(
            Rule,
            Configured.AndFrr("neighbor bgplb-prod-ipv4 shutdown\n no neighbor bgplb-prod-ipv4 shutdown")
        );

    [Theory]
    [InlineData("peer-group bgplb-dev-ipv4 shutdown", "bgplb-dev-ipv4")]
    [InlineData("neighbor 10.10.30.11 shutdown", "10.10.30.11")]
    [InlineData("parameters shutdown", "all its sessions")]
    public void In_VyOS_as_well(string line, string part) =>
        Expect.Violated(Rule, Configured.AndVyos($"set protocols bgp {line}"), "gateway", part);

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.AndVyos("set protocols bgp parameters shutdown").Retained(Configured.Gateway));
}
