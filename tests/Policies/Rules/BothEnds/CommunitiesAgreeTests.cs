using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class CommunitiesAgreeTests
{
    private const string Rule = "communities-agree";
    private const string Vips = "CiliumBGPAdvertisement bgplb-vips";
    private const string Communities = "spec.advertisements[0].attributes.communities";
    private const string List = "bgp community-list standard bgplb-prod-communities permit 64512:100\n";
    private const string IPv6 = "CiliumBGPPeerConfig bgplb-ipv6";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("64512:101")]
    [InlineData(null)]
    public void Announcements_without_what_the_router_asks_for_are_found(string? community)
    {
        var stack = Shipped.Prod.With(Vips, $"{Communities}.standard[0]", community).Without(IPv6);
        Expect.Violated(Rule, stack, Vips, "udm-pro", "bgplb-prod-ipv4");
    }

    [Fact]
    public void Communities_as_a_plain_list_are_found() =>
        Expect.Violated(Rule, Shipped.Prod.With(Vips, Communities, Items.Of("64512:100")).Without(IPv6), Vips);

    [Fact]
    public void All_that_is_asked_for_has_to_be_there()
    {
        var stack = Configured.Frr(List, List.Replace("64512:100", "64512:100 no-export")).Without(IPv6);
        Expect.Violated(Rule, stack, Vips);
        Expect.Kept(Rule, stack.With(Vips, $"{Communities}.wellKnown[0]", "no-export"));
    }

    [Fact]
    public void Of_alternatives_one_is_enough() =>
        Expect.Kept(Rule, Configured.Frr(List, $"{List.Replace("64512:100", "64512:7")}{List}"));

    [Fact]
    public void An_entry_that_asks_for_none_takes_all() =>
        Expect.Kept(
            Rule,
            Configured
                .AndFrr("exit\nroute-map bgplb-prod-ipv4-import permit 20\nexit\nrouter bgp 64513")
                .With(Vips, Communities, null)
                .Without(IPv6)
        );

    [Fact]
    public void A_list_that_does_not_exist_is_never_met() =>
        Expect.Violated(Rule, Configured.Frr(List, "").Without(IPv6), Vips);

    [Fact]
    public void A_list_that_is_not_understood_is_not_judged() =>
        Expect.Undecided(Rule, Configured.Frr(List, List.Replace("permit", "deny")), "not understood");

    [Fact]
    public void An_advertisement_that_no_session_selects_is_not_judged() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.And(
                "kubernetes:cilium.io/v2:CiliumBGPAdvertisement",
                "other",
                Shipped
                    .Prod.The(Vips)
                    .Properties.Merge(
                        Fields.Of(
                            ("metadata", Fields.Of(("labels", Fields.Of(("bgplb/advertisement", "x"))))),
                            ("spec", Fields.Of(("advertisements", Items.Of(Fields.Empty))))
                        )
                    )
            )
        );

    [Theory]
    [InlineData("In", true)]
    [InlineData("NotIn", false)]
    public void A_selector_may_be_an_expression(string @operator, bool isSelected)
    {
        var expression = Fields.Of(
            ("key", "bgplb/advertisement"),
            ("operator", @operator),
            ("values", Items.Of("vips", "others"))
        );
        var stack = Shipped
            .Prod.With(
                "CiliumBGPPeerConfig bgplb-ipv4",
                "spec.families[0].advertisements",
                Fields.Of(("matchExpressions", Items.Of(expression)))
            )
            .With(Vips, Communities, null)
            .Without(IPv6);

        if (isSelected)
        {
            Expect.Violated(Rule, stack, Vips, "udm-pro");
        }
        else
        {
            Expect.Kept(Rule, stack);
        }
    }

    [Fact]
    public void IPv6_is_judged_by_its_own_policy() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Vips, Communities, null).Without("CiliumBGPPeerConfig bgplb-ipv4"),
            Vips,
            "bgplb-prod-ipv6"
        );

    [Fact]
    public void Without_labels_nothing_is_selected() =>
        Expect.Kept(
            Rule,
            Shipped
                .Prod.With("CiliumBGPPeerConfig bgplb-ipv4", "spec.families[0].advertisements", null)
                .With(Vips, Communities, null)
                .Without(IPv6)
        );

    [Fact]
    public void A_policy_that_lets_nothing_in_is_another_rules() =>
        Expect.Kept(
            Rule,
            Configured
                .Frr("bgplb-prod-ipv4-import permit 10", "bgplb-prod-ipv4-import deny 10")
                .With(Vips, Communities, null)
                .Without(IPv6)
        );

    [Fact]
    public void A_router_that_is_gone_for_good_is_not_judged() =>
        Expect.Kept(Rule, Shipped.Prod.With(Vips, Communities, null).Retained(Configured.UdmPro));
}
