using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Design;

/// <summary>
/// Mistakes of real set-ups that settings and design refuse or make impossible. The others belong to what runs on routers
/// and in rehearsals: a rollback that cannot work (7), a gate of fixed sleeps (8), a timer that is never used (13) and a
/// session that is lost in a reboot (16).
/// </summary>
public sealed class SeenMistakesTests
{
    private static readonly LoadBalancerDesign Prod = StackText.Prod.IsAccepted();

    [Fact]
    public void A_filter_that_lets_in_the_subnet_but_none_of_its_addresses_01() =>
        Assert.All(
            Prod.Routers[0].Families.SelectMany(family => family.Accepted),
            accepted => Assert.DoesNotContain(Prod.VipSubnets, subnet => subnet.Prefix.Equals(accepted))
        );

    [Theory]
    [InlineData("source: none", "bgp.password.source")]
    [InlineData("source: generated, length: 0", "bgp.password.length")]
    public void A_session_without_password_02(string password, string path)
    {
        var problem = Assert.Single(StackText.Dev.With("source: generated", password).ProblemsBeside());

        Assert.Equal(path, problem.Path);
    }

    [Fact]
    public void Families_that_select_no_advertisement_03()
    {
        var objects = Objects();
        var advertisement = Assert.Single(objects, item => Kind(item) == "CiliumBGPAdvertisement");
        var labels = (At(advertisement.Inputs, "metadata", "labels") as Fields)!;
        var configs = objects.Where(item => Kind(item) == "CiliumBGPPeerConfig").ToArray();

        Assert.Equal(2, configs.Length);
        foreach (var family in configs.SelectMany(config => ((Items)At(config.Inputs, "spec", "families")!).Elements))
        {
            var wanted = Assert.IsType<Fields>(At((Fields)family, "advertisements", "matchLabels"));
            Assert.NotEmpty(wanted.Entries);
            Assert.All(wanted.Entries, label => Assert.Equal(label.Value, labels[label.Name]));
        }
    }

    [Fact]
    public void A_kind_that_is_gone_from_Cilium_04()
    {
        Assert.All(Objects(), item => Assert.DoesNotContain("v2alpha1", item.Type, StringComparison.Ordinal));
        StackText
            .Prod.With("management: adopt", "management: adopt\n    adoptObjects: [CiliumBGPPeeringPolicy/home-ops]")
            .With("CiliumBGPPeeringPolicy/home-ops]", "CiliumBGPPeeringPolicy/home-ops] # old")
            .IsRefused(
                "cilium.adoptObjects[0]: found \"CiliumBGPPeeringPolicy/home-ops\", which the stack does not have; "
                    + "allowed: one of CiliumLoadBalancerIPPool/bgp-default, CiliumLoadBalancerIPPool/bgp-ingress, "
                    + "CiliumLoadBalancerIPPool/bgp-reserved, CiliumLoadBalancerIPPool/bgp-default-ipv6, "
                    + "CiliumBGPPeerConfig/bgplb-ipv4, CiliumBGPPeerConfig/bgplb-ipv6, "
                    + "CiliumBGPAdvertisement/bgplb-vips, CiliumBGPClusterConfig/bgplb-nodes"
            );
    }

    [Fact]
    public void A_pool_that_is_asked_for_by_another_name_than_it_has_05()
    {
        var pool = StackText.Dev.IsAccepted().Pools.Single(pool => pool.Name == "dev-reserved");

        Assert.Equal(("bgplb/pool", "In"), (pool.Selector[0].Key, pool.Selector[0].Operator));
        Assert.Equal(["dev-reserved"], pool.Selector[0].Values.ToArray());
        Assert.Equal("Services labelled bgplb/pool: dev-reserved", pool.Serves);
    }

    [Fact]
    public void Pools_that_are_not_announced_because_of_several_instances_06() =>
        Assert.All(
            Objects().Where(item => Kind(item) == "CiliumBGPClusterConfig"),
            config => Assert.Single(((Items)At(config.Inputs, "spec", "bgpInstances")!).Elements)
        );

    [Fact]
    public void A_validator_that_finds_errors_and_ends_in_success_09()
    {
        var reading = StackText.Dev.With("holdTime: 9", "holdTime: 1").Read();

        Assert.NotEmpty(reading.Problems);
        Assert.Null(reading.Settings);
        Assert.Null(Designer.Design(reading).Design);
    }

    [Fact]
    public void Graceful_restart_and_a_long_hold_time_beside_a_short_promise_10() =>
        StackText
            .Prod.WithoutProbing.With("holdTime: 9", "holdTime: 90")
            .With("restartTime: 30", "restartTime: 120")
            .With("nodeDrained: 1", "nodeDrained: 121")
            .With("linkLost: 10", "linkLost: 91")
            .With("nodeDies: 10", "nodeDies: 3")
            .IsRefused(
                "objectives.failover.nodeDies: found a promise of 3 s, with neighbourProbing: false at udm-pro; allowed: 90.5 or "
                    + "more, the worst case (hold time 90 s + routing table 0.5 s); or neighbour probing, without "
                    + "neighbourProbing: false; or other bgp timers"
            );

    [Fact]
    public void The_same_on_VyOS_where_the_worst_case_is_210_s_10()
    {
        var design = StackText
            .Dev.WithoutProbing.With(
                "holdTime: 9",
                "holdTime: 90\n    gracefulRestart: { enabled: true, restartTime: 120 }"
            )
            .With("      nodeDies: 10\n", "")
            .With("      linkLost: 10\n", "")
            .With("nodeDrained: 1", "nodeDrained: 121")
            .IsAccepted();

        Assert.Equal(210.5, design.Budget.Single(line => line.Fault == Fault.NodeDies).WorstCase.TotalSeconds);
    }

    [Fact]
    public void A_prefix_length_in_a_neighbor_11() =>
        StackText
            .Prod.With("gateways: [172.29.51.1,", "gateways: [172.29.51.1/24,")
            .IsRefused(
                "cluster.nodeGroups[0].gateways[0]: found \"172.29.51.1/24\"; "
                    + "allowed: an IPv4 or IPv6 address without prefix length"
            );

    [Fact]
    public void A_VIP_subnet_that_an_interface_carries_12() =>
        StackText
            .Prod.With("host: 172.29.51.1", "host: 172.29.52.1")
            .With("bgplb:vipSubnets: [172.29.52.0/24", "bgplb:vipSubnets: [172.29.52.0/24 ")
            .IsRefused(
                "vipSubnets[0]: found 172.29.52.0/24, which holds the router's own 172.29.52.1 (routers[0].ssh.host); "
                    + "allowed: a network that is on no interface: only announcements lead there"
            );

    [Fact]
    public void A_new_node_that_the_router_does_not_know_14()
    {
        var before = StackText.Dev.IsAccepted().Routers[0].Families[0];
        var after = StackText.Dev.With("count: 3", "count: 4").IsAccepted().Routers[0].Families[0];

        Assert.Equal(before.ListenRanges.ToArray(), after.ListenRanges.ToArray());
        Assert.Equal(before.Sessions + 1, after.Sessions);
    }

    [Fact]
    public void A_selector_that_is_left_out_15()
    {
        (string Kind, string[] Path)[] selectors =
        [
            ("CiliumLoadBalancerIPPool", ["spec", "serviceSelector"]),
            ("CiliumBGPClusterConfig", ["spec", "nodeSelector"]),
        ];

        foreach (var (kind, path) in selectors)
        {
            var items = Objects().Where(item => Kind(item) == kind).ToArray();
            Assert.NotEmpty(items);
            Assert.All(items, item => Assert.IsType<Fields>(At(item.Inputs, path)));
        }

        var advertisement = Objects().Single(item => Kind(item) == "CiliumBGPAdvertisement");
        Assert.All(
            ((Items)At(advertisement.Inputs, "spec", "advertisements")!).Elements,
            entry => Assert.IsType<Fields>(At((Fields)entry, "selector"))
        );
    }

    private static CustomResource[] Objects() =>
        [.. StackGraph.Build(Prod, StackText.Prod.Read().Settings!.Secrets).Resources.OfType<CustomResource>()];

    private static string Kind(CustomResource resource) => resource.Type[(resource.Type.LastIndexOf(':') + 1)..];

    private static Value? At(Fields fields, params string[] path) =>
        path.Aggregate((Value?)fields, (value, step) => (value as Fields)?[step]);
}
