using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Addresses;

public sealed class VipSubnetApartTests
{
    private const string Rule = "vip-subnet-apart";
    private const string Subnet = "VipSubnet 10.10.50.0-24";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Fact]
    public void The_VIP_subnet_is_on_no_interface_while_an_interface_carries_it() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With("RouterChange gateway", "addresses[1]", "10.10.50.1"),
            "VIP subnet 10.10.50.0/24 overlaps 10.10.50.1 (an interface of gateway)."
        );

    [Theory]
    [InlineData("10.10.49.255")]
    [InlineData("10.10.51.0")]
    public void An_interface_right_beside_it_is_apart(string address) =>
        Expect.Kept(Rule, Shipped.Dev.With("RouterChange gateway", "addresses[1]", address));

    [Theory]
    [InlineData("LoadBalancer dev", "pods[0]", "10.10.0.0/16", "the pods")]
    [InlineData("LoadBalancer dev", "services[0]", "10.10.50.128/25", "the cluster IPs")]
    [InlineData("BgpPeering bgp-peering", "nodeGroups.blue.subnets[0]", "10.10.50.0/24", "the nodes of blue")]
    public void A_network_of_somebody_else_is_found(string resource, string path, string network, string use)
    {
        var finding = Expect.Violated(Rule, Shipped.Dev.With(resource, path, network), $"{network} ({use})");
        Assert.Equal("prefix", finding.Property);
    }

    [Fact]
    public void Two_VIP_subnets_that_overlap_are_found_once() =>
        Expect.Violated(
            Rule,
            Shipped.Prod.With("VipSubnet fd47-25e1-2f96-52---64", "prefix", "172.29.52.0/25"),
            "VIP subnet 172.29.52.0/25 overlaps VIP subnet 172.29.52.0/24."
        );

    [Fact]
    public void What_cannot_be_read_is_not_judged() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.With("RouterChange gateway", "addresses[1]", "gateway.example.com")
                .With(Subnet, "prefix", "fifty")
        );
}
