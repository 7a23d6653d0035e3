namespace BgpLb.Tests.Settings;

/// <summary>What a stack may not do because of another one in the same folder.</summary>
public sealed class NeighbourRulesTests
{
    /// <summary>Another cluster behind dev's router, apart from dev in everything.</summary>
    private static readonly StackText Second = StackText
        .Dev.As("second")
        .With("subnets: [10.10.30.0/24]", "subnets: [10.10.31.0/24]")
        .With("gateways: [10.10.30.1]", "gateways: [10.10.31.1]")
        .With("subnets: [10.10.40.0/24]", "subnets: [10.10.41.0/24]")
        .With("gateways: [10.10.40.1]", "gateways: [10.10.41.1]")
        .With("vipSubnets: [10.10.50.0/24]", "vipSubnets: [10.10.51.0/24]")
        .With("10.10.50.10-10.10.50.199", "10.10.51.10-10.10.51.199")
        .With("10.10.50.200-10.10.50.219", "10.10.51.200-10.10.51.219");

    [Fact]
    public void Two_stacks_may_share_a_router_and_cluster_networks() => Second.IsAccepted(StackText.Dev);

    [Fact]
    public void A_VIP_subnet_is_one_stack_s_only() =>
        Second
            .With("vipSubnets: [10.10.51.0/24]", "vipSubnets: [10.10.51.0/24, 10.10.50.240/28]")
            .IsRefused(
                "vipSubnets[1]: found 10.10.50.240/28, which overlaps 10.10.50.0/24 of stack dev "
                    + "(VIPs, vipSubnets[0]); allowed: a network that no other stack has",
                StackText.Dev
            );

    [Fact]
    public void A_VIP_subnet_is_apart_from_another_stack_s_nodes() =>
        Second
            .With("vipSubnets: [10.10.51.0/24]", "vipSubnets: [10.10.51.0/24, 10.10.40.192/26]")
            .IsRefused(
                "vipSubnets[1]: found 10.10.40.192/26, which overlaps 10.10.40.0/24 of stack dev "
                    + "(nodes of green, cluster.nodeGroups[1].subnets[0]); allowed: a network that no other stack has",
                StackText.Dev
            );

    [Fact]
    public void Pools_of_two_stacks_on_one_router_do_not_overlap()
    {
        var problems = Second
            .With("vipSubnets: [10.10.51.0/24]", "vipSubnets: [10.10.50.0/23]")
            .With("10.10.51.200-10.10.51.219", "10.10.50.210-10.10.50.230")
            .ProblemsBeside(StackText.Dev);

        Assert.Equal(
            [
                "vipSubnets[0]: found 10.10.50.0/23, which overlaps 10.10.50.0/24 of stack dev (VIPs, vipSubnets[0]); "
                    + "allowed: a network that no other stack has",
                "pools[1].addresses[0]: found 10.10.50.210-10.10.50.230, which overlaps 10.10.50.200-10.10.50.219 "
                    + "of stack dev (pools[1].addresses[0]) on the same router; "
                    + "allowed: addresses that only one stack announces to a router",
            ],
            problems.Select(problem => $"{problem}").ToArray()
        );
    }

    [Fact]
    public void Two_stacks_agree_on_a_router_s_AS_number() =>
        Second
            .With("asn: 64512", "asn: 64514")
            .IsRefused(
                "routers[0].asn: found 64514, but 64512 in stack dev; allowed: one AS number per router",
                StackText.Dev
            );

    [Fact]
    public void Two_stacks_have_firewall_rules_of_their_own() =>
        Second
            .With("maximumPaths: 8", "firewall: { rule: 10 }")
            .IsRefused(
                "routers[0].firewall.rule: found 10, as in stack dev on the same router; allowed: a number of its own",
                StackText.Dev.With("maximumPaths: 8", "firewall: { rule: 10 }")
            );

    [Fact]
    public void Two_stacks_agree_on_a_router_s_identifier() =>
        Second
            .With("routerId: 10.10.10.1", "routerId: 10.10.10.2")
            .IsRefused(
                "routers[0].routerId: found 10.10.10.2, but 10.10.10.1 in stack dev for the same host; "
                    + "allowed: one identifier per router",
                StackText.Dev
            );

    [Fact]
    public void A_router_takes_sessions_from_a_subnet_for_one_stack() =>
        Second
            .With("gateways: [10.10.41.1]", "gateways: [10.10.40.1]")
            .With("subnets: [10.10.41.0/24]", "subnets: [10.10.40.0/25]")
            .IsRefused(
                "cluster.nodeGroups[1].subnets[0]: found 10.10.40.0/25, which overlaps 10.10.40.0/24 of stack dev "
                    + "(cluster.nodeGroups[1].subnets[0]) on the same router; "
                    + "allowed: a subnet of its own: a router takes sessions from one network for one cluster",
                StackText.Dev
            );

    [Fact]
    public void A_neighbour_that_is_wrong_itself_is_compared_as_far_as_it_can_be_read() =>
        Second
            .With("asn: 64512", "asn: 64514")
            .IsRefused(
                "routers[0].asn: found 64514, but 64512 in stack dev; allowed: one AS number per router",
                StackText.Dev.With("10.10.50.10-10.10.50.199", "all of it")
            );

    [Fact]
    public void A_neighbour_that_is_no_YAML_is_left_alone() =>
        Second.IsAccepted(StackText.Dev with { Yaml = "config: [" });
}
