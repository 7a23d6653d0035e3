using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Announcements;

public sealed class NoPodNetworksTests
{
    private const string Rule = "no-pod-networks";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("PodCIDR")]
    [InlineData("CiliumPodIPPool")]
    [InlineData("Interface")]
    public void Whatever_announces_networks_is_found(string type) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With("CiliumBGPAdvertisement bgplb-vips", "spec.advertisements[1].advertisementType", type),
            $"CiliumBGPAdvertisement bgplb-vips announces \"{type}\""
        );

    [Fact]
    public void Several_advertisements_of_Services_are_not() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.With("CiliumBGPAdvertisement bgplb-vips", "spec.advertisements[1].advertisementType", "Service")
        );

    [Fact]
    public void Another_kind_has_no_advertisements() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.With("CiliumBGPPeerConfig bgplb-ipv4", "spec.advertisements[0].advertisementType", "PodCIDR")
        );
}
