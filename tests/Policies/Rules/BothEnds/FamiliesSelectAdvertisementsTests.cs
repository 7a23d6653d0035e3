using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.BothEnds;

public sealed class FamiliesSelectAdvertisementsTests
{
    private const string Rule = "families-select-advertisements";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void A_family_selector_that_matches_no_advertisement_s_labels_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Config, $"{Selector}.matchLabels.bgplb/advertisement", "bgp-default"),
            "\"ipv4\" of CiliumBGPPeerConfig bgplb-ipv4"
        );

    [Fact]
    public void An_omitted_selector_that_means_nothing_is_found() =>
        Expect.Violated(Rule, Shipped.Prod.With(Config, Selector, null), "announces nothing", "\"ipv4\"");

    [Fact]
    public void Omitted_families_are_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Config, "spec.families", null),
            "CiliumBGPPeerConfig bgplb-ipv4 names no families"
        );

    [Fact]
    public void An_annotation_where_a_label_was_meant_is_found() =>
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(Advertisement, "metadata.labels.bgplb/advertisement", null)
                .With(Advertisement, "metadata.annotations.bgplb/advertisement", "vips"),
            "No advertisement has the labels"
        );

    [Fact]
    public void An_empty_selector_takes_every_advertisement() =>
        Expect.Kept(Rule, Shipped.Prod.With(Config, Selector, Fields.Empty));

    [Fact]
    public void And_finds_nothing_where_there_is_no_advertisement() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(Config, Selector, Fields.Empty).Without(Advertisement),
            "No advertisement has the labels"
        );

    [Fact]
    public void An_advertisement_that_no_family_selects_is_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.And(
                "kubernetes:cilium.io/v2:CiliumBGPAdvertisement",
                "by-hand",
                Fields.Of(("metadata", Fields.Of(("labels", Fields.Of(("advertise", "bgp"))))))
            ),
            "CiliumBGPAdvertisement by-hand"
        );

    [Fact]
    public void One_that_any_family_of_any_config_selects_is_not() =>
        Expect.Kept(
            Rule,
            Shipped
                .Prod.With(
                    "CiliumBGPPeerConfig bgplb-ipv6",
                    "spec.families[0].advertisements",
                    Fields.Of(("matchLabels", Fields.Of(("advertise", "bgp"))))
                )
                .And(
                    "kubernetes:cilium.io/v2:CiliumBGPAdvertisement",
                    "by-hand",
                    Fields.Of(("metadata", Fields.Of(("labels", Fields.Of(("advertise", "bgp"))))))
                )
        );

    [Fact]
    public void Labels_that_are_not_known_yet_are_not_judged() =>
        Expect.Undecided(Rule, Shipped.Prod.With(Advertisement, "metadata.labels", new Unknown()), "metadata.labels");

    private const string Config = "CiliumBGPPeerConfig bgplb-ipv4";
    private const string Advertisement = "CiliumBGPAdvertisement bgplb-vips";
    private const string Selector = "spec.families[0].advertisements";
}
