using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class PoolsInFilterTests
{
    private const string Rule = "pools-in-filter";
    private const string IPv6Entry = "fd47:25e1:2f96:52:100::/120 ge 128 le 128";
    private const string Default = "CiliumLoadBalancerIPPool bgp-default";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_prefix_list_that_permits_exactly_the_network_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Frr(IPv6Entry, "fd47:25e1:2f96:52:100::/120"),
            "udm-pro does not accept fd47:25e1:2f96:52:100::-fd47:25e1:2f96:52:100::ff as single addresses",
            "bgp-default-ipv6"
        );

    [Fact]
    public void In_VyOS_as_well() =>
        Expect.Violated(
            Rule,
            Configured
                .Vyos("rule 70 ge '32'\n", "rule 70 ge '30'\n")
                .Replace(Configured.Gateway, "configuration", "rule 70 le '32'\n", "rule 70 le '31'\n"),
            "10.10.50.192-10.10.50.199",
            "dev-default"
        );

    [Theory]
    [InlineData("le 128")]
    [InlineData("ge 121")]
    [InlineData("ge 120 le 128")]
    public void Larger_networks_within_a_pool_may_be_accepted_as_well(string bounds) =>
        Expect.Kept(Rule, Configured.Frr(IPv6Entry, $"fd47:25e1:2f96:52:100::/120 {bounds}"));

    [Fact]
    public void An_address_of_a_pool_that_is_not_accepted_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Default, "spec.blocks[1]", Fields.Of(("cidr", "172.29.52.221/32"))),
            "does not accept 172.29.52.221 as",
            Default
        );

    [Fact]
    public void An_address_that_no_pool_has_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("CiliumLoadBalancerIPPool bgp-ingress", "spec.blocks[0].stop", "172.29.52.219"),
            "accepts 172.29.52.220, which no pool has"
        );

    [Fact]
    public void So_is_the_rest_of_the_network_of_a_pool() =>
        Expect.Violated(
            Rule,
            Configured.Frr("172.29.52.50/31 ge 32 le 32", "172.29.52.0/24 ge 32 le 32"),
            "172.29.52.0-172.29.52.49 and 1 more ranges"
        );

    [Fact]
    public void So_is_a_network_that_holds_more_than_the_pools() =>
        Expect.Violated(
            Rule,
            Configured.AndFrr("exit\nip prefix-list bgplb-prod-ipv4-vips permit 172.29.52.220/30\nrouter bgp 64513"),
            "accepts 172.29.52.221-172.29.52.223"
        );

    [Theory]
    [InlineData("deny 172.29.52.220/30", 0)]
    [InlineData("deny 172.29.52.216/29 ge 30 le 31", 0)]
    [InlineData("deny 172.29.52.220/30 ge 31 le 31", 1)]
    [InlineData("deny 172.29.52.216/29", 1)]
    public void What_an_earlier_entry_denies_is_not_accepted(string earlier, int findings) =>
        Assert.Equal(
            findings,
            Expect
                .VerdictOf(
                    Rule,
                    Configured.AndFrr(
                        $"exit\nip prefix-list bgplb-prod-ipv4-vips {earlier}\n"
                            + "ip prefix-list bgplb-prod-ipv4-vips permit 172.29.52.220/30\nrouter bgp 64513"
                    )
                )
                .Findings.Length
        );

    [Fact]
    public void An_earlier_entry_that_denies_a_pools_address_is_found() =>
        Expect.Violated(
            Rule,
            Configured.AndFrr(
                "exit\nip prefix-list bgplb-prod-ipv4-vips seq 1 deny 172.29.52.128/32\nrouter bgp 64513"
            ),
            "does not accept 172.29.52.128 as"
        );

    [Fact]
    public void A_later_one_says_nothing_of_it() =>
        Expect.Kept(
            Rule,
            Configured.AndFrr("exit\nip prefix-list bgplb-prod-ipv4-vips deny 172.29.52.128/32\nrouter bgp 64513")
        );

    [Fact]
    public void A_list_that_permits_everything_is_found() =>
        Expect.Violated(Rule, Configured.Frr(IPv6Entry, "any"), "accepts ::-fd47:25e1:2f96:52:ff:ffff:ffff:ffff");

    [Fact]
    public void A_list_that_does_not_exist_accepts_nothing() =>
        Expect.Violated(
            Rule,
            Configured.Frr("match ipv6 address prefix-list bgplb-prod-ipv6-vips", "match ipv6 address prefix-list x"),
            "does not accept"
        );

    [Fact]
    public void A_map_that_denies_first_accepts_nothing() =>
        Expect.Violated(
            Rule,
            Configured.AndFrr("exit\nroute-map bgplb-prod-ipv6-import deny 5\nexit\nrouter bgp 64513"),
            "does not accept fd47"
        );

    [Fact]
    public void A_list_of_the_other_family_denies_nothing() =>
        Expect.Kept(
            Rule,
            Configured.AndFrr(
                "exit\nroute-map bgplb-prod-ipv6-import deny 5\n match ip address prefix-list bgplb-prod-ipv4-vips\n"
                    + "exit\nrouter bgp 64513"
            )
        );

    [Fact]
    public void Two_entries_accept_together() =>
        Expect.Kept(
            Rule,
            Configured
                .Frr(IPv6Entry, "fd47:25e1:2f96:52:100::/121 ge 128 le 128")
                .Replace(
                    Configured.UdmPro,
                    "configuration",
                    "route-map bgplb-prod-ipv6-export deny 10",
                    "ipv6 prefix-list more permit fd47:25e1:2f96:52:100::80/121 ge 128 le 128\n"
                        + "route-map bgplb-prod-ipv6-import permit 20\n match ipv6 address prefix-list more\n"
                        + "route-map bgplb-prod-ipv6-export deny 10"
                )
        );

    [Theory]
    [InlineData("permit 5\n match tag 7\n match ipv6 address prefix-list bgplb-prod-ipv6-vips")]
    [InlineData("permit 5\n on-match next\n match ipv6 address prefix-list bgplb-prod-ipv6-vips")]
    [InlineData("deny 5\n match community bgplb-prod-communities")]
    public void A_map_that_is_not_understood_is_not_judged(string entry) =>
        Expect.Undecided(
            Rule,
            Configured.AndFrr($"exit\nroute-map bgplb-prod-ipv6-import {entry}\nexit\nrouter bgp 64513"),
            "does not understand"
        );

    [Fact]
    public void What_has_no_filter_is_another_rules() =>
        Expect.Kept(Rule, Configured.Frr("match ipv6 address prefix-list bgplb-prod-ipv6-vips", "set metric 5"));

    [Fact]
    public void So_is_what_has_no_policy() =>
        Expect.Kept(Rule, Configured.Frr("neighbor bgplb-prod-ipv6 route-map bgplb-prod-ipv6-import in", "exit"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.Frr(IPv6Entry, "any").Retained(Configured.UdmPro));

    [Fact]
    public void What_is_secret_is_not_quoted()
    {
        Assert.DoesNotContain(
            "fd47",
            Expect.Violated(Rule, Configured.Frr(IPv6Entry, "any").Hidden(Configured.UdmPro)).Message
        );
        StackView hidden = Shipped.Prod.With(
            Default,
            "spec.blocks[1]",
            Fields.Of(("cidr", "172.29.52.221/32")).AsSecret()
        );
        Assert.DoesNotContain("172.29.52.221", Expect.Violated(Rule, hidden).Message);
    }
}
