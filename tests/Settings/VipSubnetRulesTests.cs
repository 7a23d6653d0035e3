namespace BgpLb.Tests.Settings;

public sealed class VipSubnetRulesTests
{
    [Theory]
    [InlineData("podCidrs: [10.52.0.0/16]", "podCidrs: [10.10.48.0/20]", "10.10.48.0/20", "pods, cluster.podCidrs[0]")]
    [InlineData(
        "serviceCidrs: [10.53.0.0/16]",
        "serviceCidrs: [10.10.50.128/25]",
        "10.10.50.128/25",
        "services, cluster.serviceCidrs[0]"
    )]
    public void A_VIP_subnet_is_apart_from_pods_and_services(string from, string to, string network, string use)
    {
        var problem = Assert.Single(StackText.Dev.With(from, to).ProblemsBeside());

        Assert.Equal(
            $"vipSubnets[0]: found 10.10.50.0/24, which overlaps {network} ({use}); allowed: a network of its own",
            $"{problem}"
        );
    }

    [Fact]
    public void A_VIP_subnet_is_apart_from_the_nodes() =>
        StackText
            .Dev.With("vipSubnets: [10.10.50.0/24]", "vipSubnets: [10.10.32.0/19]")
            .IsRefused(
                "vipSubnets[0]: found 10.10.32.0/19, which overlaps 10.10.40.0/24 "
                    + "(nodes of green, cluster.nodeGroups[1].subnets[0]); allowed: a network of its own"
            );

    [Fact]
    public void VIP_subnets_are_apart_from_each_other() =>
        StackText
            .Dev.With("vipSubnets: [10.10.50.0/24]", "vipSubnets: [10.10.50.0/24, 10.10.50.192/26]")
            .IsRefused(
                "vipSubnets[1]: found 10.10.50.192/26, which overlaps 10.10.50.0/24 (vipSubnets[0]); "
                    + "allowed: a network of its own"
            );

    [Theory]
    [InlineData("169.254.0.0/24", "169.254.0.0/16 (link-local)")]
    [InlineData("224.0.1.0/24", "224.0.0.0/3 (multicast and reserved)")]
    [InlineData("fe80::/64", "fe80::/10 (link-local)")]
    public void A_VIP_subnet_holds_addresses_that_are_routed(string subnet, string special) =>
        StackText
            .Dev.With("vipSubnets: [10.10.50.0/24]", $"vipSubnets: [10.10.50.0/24, \"{subnet}\"]")
            .IsRefused(
                $"vipSubnets[1]: found {subnet}, which overlaps {special}; allowed: a network of unicast addresses"
            );

    [Fact]
    public void A_VIP_subnet_is_on_no_interface_of_a_router() =>
        StackText
            .Dev.With("routerId: 10.10.10.1", "routerId: 10.10.50.1")
            .With("vipSubnets: [10.10.50.0/24]", "vipSubnets: [10.10.50.0/24] # on br0")
            .IsRefused(
                "vipSubnets[0]: found 10.10.50.0/24, which holds the router's own 10.10.50.1 (routers[0].routerId); "
                    + "allowed: a network that is on no interface: only announcements lead there"
            );
}
