namespace BgpLb.Tests.Settings;

public sealed class NetworkRulesTests
{
    [Fact]
    public void Pods_and_services_have_networks_of_their_own() =>
        StackText
            .Dev.With("serviceCidrs: [10.53.0.0/16]", "serviceCidrs: [10.52.128.0/17]")
            .IsRefused(
                "cluster.serviceCidrs[0]: found 10.52.128.0/17, which overlaps 10.52.0.0/16 "
                    + "(pods, cluster.podCidrs[0]); allowed: a network of its own"
            );

    [Fact]
    public void Node_groups_share_a_subnet_or_stand_apart() =>
        StackText
            .Dev.With("subnets: [10.10.40.0/24]", "subnets: [10.10.30.0/23]")
            .With("gateways: [10.10.40.1]", "gateways: [10.10.31.1]")
            .With("subnets: [10.10.30.0/23]", "subnets: [10.10.30.0/23] # both")
            .IsRefused(
                "cluster.nodeGroups[1].subnets[0]: found 10.10.30.0/23, which overlaps 10.10.30.0/24 "
                    + "(nodes of blue, cluster.nodeGroups[0].subnets[0]); "
                    + "allowed: exactly the same network, or one apart: a router refuses listen ranges that overlap"
            );

    [Fact]
    public void Node_groups_of_one_subnet_make_one_listen_range()
    {
        var design = StackText
            .Dev.With("subnets: [10.10.40.0/24]", "subnets: [10.10.30.0/24]")
            .With("gateways: [10.10.40.1]", "gateways: [10.10.30.1]")
            .IsAccepted();

        var family = Assert.Single(Assert.Single(design.Routers).Families);
        Assert.Equal("10.10.30.0/24", $"{Assert.Single(family.ListenRanges)}");
        Assert.Equal(5, family.Sessions);
    }

    [Fact]
    public void A_cluster_has_one_pod_network_per_family() =>
        StackText
            .Dev.With("podCidrs: [10.52.0.0/16]", "podCidrs: [10.52.0.0/16, 10.54.0.0/16]")
            .IsRefused("cluster.podCidrs: found 2 for IPv4; allowed: one per family");
}
