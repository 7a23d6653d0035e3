using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class AdvertisementsSelectServicesTests
{
    private const string Rule = "advertisements-select-services";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void An_omitted_selector_that_means_nothing_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Advertisement, "spec.advertisements[0].selector", null),
            "CiliumBGPAdvertisement bgplb-vips has no selector"
        );

    [Fact]
    public void An_empty_selector_takes_every_Service() =>
        Expect.Kept(Rule, Shipped.Prod.With(Advertisement, "spec.advertisements[0].selector", Fields.Empty));

    [Fact]
    public void A_pool_s_label_default_against_bgp_default_in_the_advertisement_is_found() =>
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(Reserved, "spec.serviceSelector", Labelled("pool", "default"))
                .With(Advertisement, "spec.advertisements[0].selector", Labelled("pool", "bgp-default")),
            "CiliumLoadBalancerIPPool dev-reserved"
        );

    [Fact]
    public void A_pool_that_gives_nothing_out_may_serve_whom_it_likes() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.With(Reserved, "spec.serviceSelector", Labelled("pool", "default"))
                .With(Reserved, "spec.disabled", true)
                .With(Advertisement, "spec.advertisements[0].selector", Labelled("pool", "bgp-default"))
        );

    [Fact]
    public void One_advertisement_that_fits_the_pool_is_enough() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.With(Reserved, "spec.serviceSelector", Labelled("pool", "default"))
                .With(Advertisement, "spec.advertisements[1].advertisementType", "Service")
                .With(Advertisement, "spec.advertisements[1].selector", Labelled("pool", "bgp-default"))
        );

    [Fact]
    public void What_announces_no_Services_needs_no_selector() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.With(Advertisement, "spec.advertisements[1]", Fields.Of(("advertisementType", "PodCIDR")))
        );

    [Fact]
    public void A_pool_that_nothing_announces_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.Without("CiliumLoadBalancerIPPool dev-default").Without(Advertisement),
            "CiliumLoadBalancerIPPool dev-reserved"
        );

    [Fact]
    public void A_community_of_the_stack_that_is_missing_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Advertisement, "spec.advertisements[0].attributes", null),
            "\"64512:100\""
        );

    [Fact]
    public void Communities_as_a_list_are_not_given() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Advertisement, "spec.advertisements[0].attributes.communities", Items.Of("64512:100")),
            "lacks the community \"64512:100\""
        );

    [Fact]
    public void More_communities_than_the_stack_s_may_be_given() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.With(Advertisement, "spec.advertisements[0].attributes.communities.standard[1]", "64512:200")
        );

    private const string Advertisement = "CiliumBGPAdvertisement bgplb-vips";
    private const string Reserved = "CiliumLoadBalancerIPPool dev-reserved";

    private static Fields Labelled(string key, string value) => Fields.Of(("matchLabels", Fields.Of((key, value))));
}
