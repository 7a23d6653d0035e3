using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Routers;

public sealed class ExplicitPoliciesTests
{
    private const string Rule = "explicit-policies";
    private const string In = "  neighbor bgplb-prod-ipv6 route-map bgplb-prod-ipv6-import in\n";
    private const string Out = "  neighbor bgplb-prod-ipv6 route-map bgplb-prod-ipv6-export out\n";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData(In, "no import policy for IPv6 in peer group bgplb-prod-ipv6")]
    [InlineData(Out, "no export policy for IPv6 in peer group bgplb-prod-ipv6")]
    public void A_group_without_a_policy_is_found(string line, string part) =>
        Expect.Violated(Rule, Configured.Frr(line, ""), "udm-pro has", part);

    [Theory]
    [InlineData("route-map import 'bgplb-dev-ipv4-import'", "import")]
    [InlineData("route-map export 'bgplb-dev-ipv4-export'", "export")]
    public void In_VyOS_as_well(string line, string part) =>
        Expect.Violated(Rule, Configured.Vyos(line, "weight '1'"), $"gateway has no {part} policy for IPv4");

    [Theory]
    [InlineData(In, "import in", "an import policy bgplb-prod-ipv6-x in")]
    [InlineData(Out, "export out", "an export policy bgplb-prod-ipv6-x out")]
    public void A_policy_that_does_not_exist_is_found(string line, string end, string part) =>
        Expect.Violated(
            Rule,
            Configured.Frr(line, line.Replace(end, $"x {end.Split(' ')[1]}")),
            part[..part.LastIndexOf(' ')],
            "does not exist"
        );

    [Fact]
    public void An_import_policy_without_a_filter_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Frr(" match ipv6 address prefix-list bgplb-prod-ipv6-vips\n", ""),
            "bgplb-prod-ipv6-import without a prefix list"
        );

    [Fact]
    public void So_is_one_that_filters_the_other_family() =>
        Expect.Violated(
            Rule,
            Configured.Frr("match ipv6 address prefix-list", "match ip address prefix-list"),
            "without a prefix list for IPv6"
        );

    [Fact]
    public void An_entry_that_denies_needs_no_filter() =>
        Expect.Kept(
            Rule,
            Configured.Frr(
                "route-map bgplb-prod-ipv6-export deny 10",
                "route-map bgplb-prod-ipv6-import deny 20\nroute-map bgplb-prod-ipv6-export deny 10"
            )
        );

    [Fact]
    public void An_export_policy_that_permits_something_is_found() =>
        Expect.Violated(
            Rule,
            Configured.Vyos(
                "bgplb-dev-ipv4-export rule 10 action 'deny'",
                "bgplb-dev-ipv4-export rule 10 action 'permit'"
            ),
            "bgplb-dev-ipv4-export that permits something"
        );

    [Fact]
    public void Each_family_of_a_group_needs_its_own() =>
        Assert.Equal(
            2,
            Expect.VerdictOf(Rule, Configured.Frr("  no neighbor bgplb-prod-ipv6 activate\n", "")).Findings.Length
        );

    [Fact]
    public void Lines_about_a_group_that_does_not_exist_are_not_judged() =>
        Expect.Kept(Rule, Configured.AndFrr("neighbor nobody description nothing"));

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Configured.Frr(In, "").Retained(Configured.UdmPro));
}
