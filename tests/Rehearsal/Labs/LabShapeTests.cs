using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Labs;
using BgpLb.Settings;

namespace BgpLb.Tests.Rehearsal.Labs;

/// <summary>What a lab is made of, before anything runs.</summary>
public sealed class LabShapeTests
{
    private static readonly StackSettings Dev = SettingsReading.FromFiles(Repository.Root, "dev").Settings!;
    private static readonly StackSettings Prod = SettingsReading.FromFiles(Repository.Root, "prod").Settings!;

    [Fact]
    public void Known_nodes_keep_their_names_and_addresses()
    {
        var nodes = LabNode.Of(Prod.Cluster);

        Assert.Equal(["home-ops-1", "home-ops-2", "home-ops-3"], nodes.Select(node => node.Name));
        Assert.Equal(["172.29.51.11/24", "fd47:25e1:2f96:51::11/64"], nodes[0].Interface);
    }

    [Fact]
    public void Others_get_free_addresses_of_their_group_s_subnet()
    {
        var nodes = LabNode.Of(Dev.Cluster);

        Assert.Equal(["blue-1", "blue-2", "blue-3", "green-1", "green-2"], nodes.Select(node => node.Name));
        Assert.Equal(5, nodes.SelectMany(node => node.Addresses).Distinct().Count());
        Assert.All(nodes, node => Assert.Contains(node.Group.Subnets, subnet => subnet.Contains(node.Addresses[0])));
        Assert.All(nodes, node => Assert.DoesNotContain(node.Addresses[0], node.Group.Gateways));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void A_stack_is_scaled_over_its_groups(int count)
    {
        var scaled = Scale.Of(Dev, new() { Nodes = count });

        Assert.Equal(count, scaled.Cluster.NodeGroups.Sum(group => group.Count));
        Assert.Equal(count, LabNode.Of(scaled.Cluster).SelectMany(node => node.Addresses).Distinct().Count());
        Assert.NotNull(Designer.Design("bgplb", "dev", scaled).Design);
    }

    [Fact]
    public void Fewer_nodes_than_groups_are_refused() =>
        Assert.Contains(
            "each of the 2 node groups needs one",
            Assert.Throws<RehearsalException>(() => Scale.Of(Dev, new() { Nodes = 1 })).Message
        );

    [Fact]
    public void More_addresses_than_the_pool_has_get_a_pool_of_their_own()
    {
        var scaled = Scale.Of(Prod, new() { Vips = 2000 });

        Assert.True(Capacity.Of(scaled.Pools[0].Addresses) >= 2016);
        Assert.Equal(Prod.Pools.Skip(1), scaled.Pools.Skip(1));
        Assert.Equal(Prod.VipSubnets.Length + 1, scaled.VipSubnets.Length);
        Assert.Same(Prod, Scale.Of(Prod, new() { Vips = 20 }));
    }

    [Fact]
    public void The_lab_s_own_networks_keep_clear_of_the_stack_s()
    {
        var (ipv4, ipv6) = LabNetworks.Clients([Prefix.Parse("198.18.0.0/23")!, Prefix.Parse("2001:2::/63")!]);

        Assert.Equal(("198.18.2.0/24", "2001:2:0:2::/64"), ($"{ipv4}", $"{ipv6}"));
        Assert.Equal("198.18.2.3/24", LabNetworks.Host(ipv4, 3));
    }

    [Fact]
    public void Every_pool_has_Services_of_both_traffic_policies_and_one_opts_out()
    {
        var services = LabServices
            .Of(Prod, ["a", "b", "c"])
            .Where(manifest => $"{manifest["kind"]}" == "Service")
            .ToArray();

        Assert.Equal((Prod.Pools.Length * 2) + 1, services.Length);
        Assert.Single(services, service => $"{service["metadata"]!["labels"]![Labels.Announce]}" == "false");
        Assert.Contains(services, service => $"{service["metadata"]!["labels"]![Labels.Pool]}" == "reserved");
        Assert.Contains(services, service => $"{service["metadata"]!["namespace"]}" == "ingress-nginx");
        Assert.Contains(services, service => $"{service["spec"]!["ipFamilies"]![0]}" == "IPv6");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 3)]
    public void A_Local_service_can_lose_a_node_where_there_are_three(int nodes, int endpoints)
    {
        var slice = LabServices
            .Of(Dev, [.. Enumerable.Range(1, nodes).Select(i => $"node-{i}")])
            .First(manifest =>
                $"{manifest["kind"]}" == "EndpointSlice"
                && $"{manifest["metadata"]!["name"]}".EndsWith("-local", StringComparison.Ordinal)
            );

        Assert.Equal(endpoints, slice["endpoints"]!.AsArray().Count);
    }

    [Fact]
    public void Names_tell_whose_they_are()
    {
        Assert.Equal(Environment.ProcessId, Names.OwnerOf(Names.Next()));
        Assert.Null(Names.OwnerOf("bgplb"));
        Assert.Null(Names.OwnerOf("bgplb-router"));
        Assert.Null(Names.OwnerOf("somebody-else"));
        Assert.True(Names.Next().Length <= 15);
    }
}
