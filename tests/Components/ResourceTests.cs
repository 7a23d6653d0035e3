using BgpLb.Addressing;
using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>What holds for the resources of every stack.</summary>
public sealed class ResourceTests
{
    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Building_twice_gives_the_same(string stack) =>
        Assert.Equal(Shipped.Graph(stack).Lines(), Shipped.Graph(stack).Lines());

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Every_connection_names_the_routers_own_key(string stack)
    {
        var settings = Changes.AddRouter(Shipped.Settings(stack));
        var keys = settings
            .Routers.Select(router => ((SshSettings)router.Access).HostKey)
            .ToHashSet(StringComparer.Ordinal);

        var commands = Shipped.Graph(stack, settings).Custom("command:remote:Command");

        Assert.Equal(2 * settings.Routers.Length, commands.Length);
        Assert.All(
            commands,
            command => Assert.Contains($"{ClearJson.Of(command.Inputs["connection"]!)!["hostKey"]}", keys)
        );
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Commands_are_never_replaced_and_log_nothing(string stack) =>
        Assert.All(
            Shipped.Graph(stack).Custom("command:remote:Command"),
            command =>
            {
                Assert.Null(command.Inputs["triggers"]);
                Assert.Null(command.Inputs["environment"]);
                Assert.Equal(new Text("none"), command.Inputs["logging"]);
                Assert.Equal(new Flag(IsSet: false), command.Inputs["addPreviousOutputInEnv"]);
            }
        );

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Every_provider_is_pinned_and_the_clusters_is_explicit(string stack)
    {
        var graph = Shipped.Graph(stack);
        var provider = graph.Custom("pulumi:providers:kubernetes").Single();

        Assert.All(
            graph.Resources.OfType<CustomResource>(),
            resource =>
            {
                Assert.Matches(@"^\d+\.\d+\.\d+$", resource.Options.Version);
                var isInCluster = resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal);
                Assert.Equal(isInCluster ? provider : null, resource.Options.Provider);
            }
        );
    }

    [Theory]
    [InlineData(true, "AddressPools BgpPeering CiliumRelease RouterChange")]
    [InlineData(false, "")]
    public void Protection_keeps_what_carries_traffic_and_nothing_else(bool isProtected, string components)
    {
        var graph = Shipped.Graph(Shipped.Prod, Shipped.Settings(Shipped.Prod) with { Protect = isProtected });

        var guarded = graph.Resources.OfType<CustomResource>().Where(resource => resource.Options.Protect is true);

        Expect.Same(
            components.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            guarded.Select(resource => resource.Parent!.GetType().Name).Distinct(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_preview_shows_the_four_pools_of_prod_and_their_sizes()
    {
        var capacity = (Fields)Shipped.Graph(Shipped.Prod).Components<LoadBalancer>().Single().Inputs["capacity"]!;

        Expect.Same(
            [
                "bgp-default 100 addresses",
                "bgp-ingress 21 addresses",
                "bgp-reserved 50 addresses",
                "bgp-default-ipv6 256 addresses",
            ],
            capacity.Entries.Select(entry => $"{entry.Name} {((Text)entry.Value).Content}")
        );
    }

    [Fact]
    public void A_node_that_needs_a_router_ID_gets_an_override_before_its_sessions()
    {
        var settings = Shipped.Settings(Shipped.Prod);
        var group = settings.Cluster.NodeGroups[0];
        var node = group.Nodes[0] with { RouterId = Address.Parse("172.29.51.111") };
        var graph = Shipped.Graph(
            Shipped.Prod,
            settings with
            {
                Cluster = settings.Cluster with { NodeGroups = [group with { Nodes = group.Nodes.SetItem(0, node) }] },
            }
        );

        var given = graph.Custom("kubernetes:cilium.io/v2:CiliumBGPNodeConfigOverride").Single();

        Assert.Equal("home-ops-1", given.Name);
        Assert.Contains(
            given,
            GraphView.Before(graph.Custom("kubernetes:cilium.io/v2:CiliumBGPClusterConfig").Single())
        );
    }
}
