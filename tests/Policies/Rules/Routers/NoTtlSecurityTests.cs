using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class NoTtlSecurityTests
{
    private const string Rule = "no-ttl-security";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("neighbor bgplb-prod-ipv4 ttl-security hops 1", "bgplb-prod-ipv4")]
    [InlineData("neighbor 172.29.51.11 ttl-security hops 1", "172.29.51.11")]
    public void It_is_found_in_FRR(string line, string peer) =>
        Expect.Violated(Rule, Configured.AndFrr(line), "udm-pro", peer);

    [Theory]
    [InlineData("peer-group bgplb-dev-ipv4 ttl-security hops '1'", "bgplb-dev-ipv4")]
    [InlineData("neighbor 10.10.30.11 ttl-security hops '1'", "10.10.30.11")]
    public void It_is_found_in_VyOS(string line, string peer) =>
        Expect.Violated(Rule, Configured.AndVyos($"set protocols bgp {line}"), "gateway", peer);

    [Fact]
    public void What_is_taken_back_is_not() =>
        Expect.Kept(
            Rule,
            Configured.AndFrr(
                "neighbor bgplb-prod-ipv4 ttl-security hops 1\n no neighbor bgplb-prod-ipv4 ttl-security hops 1"
            )
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(
            Rule,
            Configured.AndFrr("neighbor bgplb-prod-ipv4 ttl-security hops 1").Retained(Configured.UdmPro)
        );
}
