using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Announcements;

public sealed class OnlyLbAddressesTests
{
    private const string Rule = "only-lb-addresses";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("ClusterIP")]
    [InlineData("ExternalIP")]
    public void Any_other_address_is_found(string address) =>
        Expect.Violated(Rule, Shipped.Dev.With(Advertisement, $"{Service}.addresses[1]", address), $"\"{address}\"");

    [Fact]
    public void No_address_at_all_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.With(Advertisement, Service, null), "no addresses");

    [Theory]
    [InlineData("aggregationLengthIPv4", 24)]
    [InlineData("aggregationLengthIPv6", 0)]
    public void Aggregation_is_found(string name, int length) =>
        Expect.Violated(Rule, Shipped.Dev.With(Advertisement, $"{Service}.{name}", length), $"length {length}");

    [Fact]
    public void What_announces_no_Services_is_another_rule_s() =>
        Expect.Kept(Rule, Shipped.Dev.With(Advertisement, "spec.advertisements[1].advertisementType", "PodCIDR"));

    private const string Advertisement = "CiliumBGPAdvertisement bgplb-vips";
    private const string Service = "spec.advertisements[0].service";
}
