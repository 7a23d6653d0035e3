using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>The order in which a change reaches both ends: expand the routers, move the cluster, contract the routers.</summary>
public sealed class TransactionTests
{
    public static TheoryData<string, int> Graphs { get; } =
        new()
        {
            { Shipped.Dev, 1 },
            { Shipped.Dev, 2 },
            { Shipped.Prod, 1 },
            { Shipped.Prod, 2 },
        };

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Password_and_release_come_before_the_routers_change(string stack, int routers)
    {
        var graph = Build(stack, routers);
        CustomResource[] first =
        [
            .. graph.Custom("random:index/randomPassword:RandomPassword"),
            .. graph.Custom("kubernetes:helm.sh/v3:Release"),
        ];

        Assert.NotEmpty(first);
        Assert.All(ChangesOf(graph), change => GraphView.ExpectBefore(change, first));
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void The_cluster_moves_when_every_router_has_changed(string stack, int routers)
    {
        var graph = Build(stack, routers);
        var changes = ChangesOf(graph);

        Assert.Equal(routers, changes.Length);
        Assert.All(graph.Objects(), moved => GraphView.ExpectBefore(moved, changes));
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Every_router_confirms_when_the_whole_cluster_has_moved(string stack, int routers)
    {
        var graph = Build(stack, routers);
        var confirmations = graph.Components<RouterConfirmation>().SelectMany(component => component.Below()).ToArray();

        Assert.Equal(routers, confirmations.Length);
        Assert.All(confirmations, done => GraphView.ExpectBefore(done, graph.Objects()));
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Sessions_start_when_their_secret_and_all_that_they_refer_to_is_there(string stack, int routers)
    {
        var graph = Build(stack, routers);
        var sessions = graph.Custom("kubernetes:cilium.io/v2:CiliumBGPClusterConfig");
        CustomResource[] secret =
        [
            .. graph.Custom("kubernetes:core/v1:Secret"),
            .. graph.Custom("kubernetes:external-secrets.io/v1:ExternalSecret"),
        ];
        var configs = graph.Custom("kubernetes:cilium.io/v2:CiliumBGPPeerConfig");
        var advertisements = graph.Custom("kubernetes:cilium.io/v2:CiliumBGPAdvertisement");

        Assert.Single(secret);
        Assert.All(configs, config => Assert.Contains(secret[0], GraphView.Before(config)));
        Assert.All(sessions, session => GraphView.ExpectBefore(session, [.. secret, .. configs, .. advertisements]));
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Every_resource_stands_after_all_that_it_needs(string stack, int routers)
    {
        var seen = new HashSet<Resource>();
        foreach (var resource in Build(stack, routers).Resources)
        {
            Assert.All(GraphView.Needs(resource), needed => Assert.Contains(needed, seen));
            seen.Add(resource);
        }
    }

    private static CustomResource[] ChangesOf(ResourceGraph graph) =>
        [.. graph.Components<RouterChange>().SelectMany(component => component.Below())];

    private static ResourceGraph Build(string stack, int routers) =>
        Shipped.Graph(stack, routers == 1 ? Shipped.Settings(stack) : Changes.AddRouter(Shipped.Settings(stack)));
}
