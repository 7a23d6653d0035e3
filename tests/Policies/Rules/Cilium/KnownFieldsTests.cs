using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class KnownFieldsTests
{
    private const string Rule = "known-fields";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData(Advertisement, "spec.selector.matchLabels.a", "spec.selector")]
    [InlineData(Advertisement, "selector.matchLabels.a", "selector")]
    [InlineData(Advertisement, "spec.advertisements[0].service.selector.matchLabels.a", "service.selector")]
    [InlineData(Config, "spec.families[0].advertisementsRef.name", "spec.families[0].advertisementsRef")]
    [InlineData(Config, "spec.timers.holdTime", "spec.timers.holdTime")]
    [InlineData(Cluster, "spec.bgpInstances[0].peers[0].password", "spec.bgpInstances[0].peers[0].password")]
    [InlineData(Cluster, "spec.nodeSelector.a", "spec.nodeSelector.a")]
    [InlineData(Pool, "spec.cidrs[0].cidr", "spec.cidrs")]
    [InlineData(Pool, "spec.serviceSelector.matchExpressions[0].value", "matchExpressions[0].value")]
    public void A_misplaced_field_is_found(string resource, string path, string shown) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(resource, path, "x"),
            $"{shown} is a field that its kind does not have."
        );

    [Fact]
    public void A_reference_to_advertisements_which_no_peer_config_has_is_found() =>
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(Config, "spec.families[0].advertisements", null)
                .With(Config, "spec.families[0].advertisementsRef.name", "bgplb-vips"),
            "advertisementsRef"
        );

    [Fact]
    public void A_selector_beside_the_advertisement_instead_of_in_it_is_found() =>
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(Advertisement, "spec.advertisements[0].selector", null)
                .With(Advertisement, "spec.selector", Fields.Empty),
            "spec.selector is a field"
        );

    [Fact]
    public void Communities_as_a_list_instead_of_standard_ones_are_found() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With(Advertisement, "spec.advertisements[0].attributes.communities", Items.Of("64512:100")),
            "attributes.communities is a list"
        );

    [Theory]
    [InlineData(Cluster, "spec.bgpInstances[0].peers[0].peerConfigRef", "\"x\", and its kind has an object")]
    [InlineData(Advertisement, "spec.advertisements[0].service.addresses", "\"x\", and its kind has an object")]
    public void A_text_where_an_object_or_a_list_belongs_is_found(string resource, string path, string shown) =>
        Expect.Violated(Rule, Shipped.Dev.With(resource, path, "x"), $"{path} is {shown}");

    [Theory]
    [InlineData(Config, "spec.authSecretRef.name", "spec.authSecretRef.name is a field")]
    [InlineData(Config, "spec.timers[0].holdTimeSeconds", "spec.timers is a list")]
    [InlineData(Config, "spec.families[0].afi[0]", "spec.families[0].afi is a list")]
    public void So_is_an_object_or_a_list_where_something_else_belongs(string resource, string path, string shown) =>
        Expect.Violated(Rule, Shipped.Dev.With(resource, path, "x"), shown);

    [Theory]
    [InlineData(Override, "spec.bgpInstances[0].routerID")]
    [InlineData(Override, "spec.bgpInstances[0].peers[0].localAddress")]
    [InlineData(Cluster, "spec.bgpInstances[0].peers[0].autoDiscovery.defaultGateway.addressFamily")]
    [InlineData(Cluster, "spec.nodeSelector.matchLabels.any")]
    [InlineData(Config, "spec.transport.sourceInterface")]
    [InlineData(Config, "metadata.anything")]
    [InlineData(Config, "status.anything")]
    [InlineData(Advertisement, "spec.advertisements[0].interface.name")]
    [InlineData(Advertisement, "spec.advertisements[0].attributes.communities.large[0]")]
    [InlineData(Pool, "spec.disabled")]
    public void A_field_at_its_place_is_not(string resource, string path) =>
        Expect.Kept(Rule, WithOverride(Shipped.Dev).With(resource, path, "x"));

    [Theory]
    [InlineData(Config, "spec.transport.sourceInterface")]
    [InlineData(Advertisement, "spec.advertisements[0].interface.name")]
    public void One_that_a_later_release_brings_is_found(string resource, string path)
    {
        var stack = Shipped.Dev.With(resource, path, "x");
        Expect.Violated(Rule, stack.WithVersion("1.18.12"), $"{path} is a field", "it comes with 1.19");
        Expect.Kept(Rule, stack.WithVersion("1.19.4"));
        Expect.Undecided(Rule, stack.WithVersion("*"), "no exact version");
        Expect.Kept(Rule, stack.Without(CiliumStacks.Release));
    }

    [Fact]
    public void A_misspelt_field_of_an_override_is_found() =>
        Expect.Violated(
            Rule,
            WithOverride(Shipped.Dev).With(Override, "spec.bgpInstances[0].routerId", "10.0.0.1"),
            "routerId"
        );

    [Fact]
    public void Objects_of_another_version_or_kind_are_not_judged() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.And("kubernetes:cilium.io/v2alpha1:CiliumBGPPeerConfig", "old", Odd)
                .And("kubernetes:cilium.io/v2:CiliumNetworkPolicy", "other", Odd)
        );

    [Fact]
    public void A_value_that_is_not_known_yet_is_not_judged() =>
        Expect.Undecided(Rule, Shipped.Dev.With(Config, "spec", new Unknown()), "spec");

    private const string Advertisement = "CiliumBGPAdvertisement bgplb-vips";
    private const string Config = "CiliumBGPPeerConfig bgplb-ipv4";
    private const string Cluster = "CiliumBGPClusterConfig bgplb-blue";
    private const string Pool = "CiliumLoadBalancerIPPool dev-default";
    private const string Override = "CiliumBGPNodeConfigOverride node-1";

    private static Fields Odd { get; } = Fields.Of(("spec", Fields.Of(("odd", 1))));

    private static StackView WithOverride(StackView stack) =>
        stack.And("kubernetes:cilium.io/v2:CiliumBGPNodeConfigOverride", "node-1", Fields.Empty);
}
