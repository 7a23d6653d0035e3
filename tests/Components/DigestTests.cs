using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>The engine runs nothing whose inputs stayed the same, so the confirmation's hold a digest of all it vouches for.</summary>
public sealed class DigestTests
{
    private static readonly Dictionary<string, Func<StackSettings, StackSettings>> Matters = new(StringComparer.Ordinal)
    {
        ["a pool"] = Changes.AddPool,
        ["a router"] = Changes.AddRouter,
        ["a pool's range"] = s =>
            s with
            {
                Pools = s.Pools.SetItem(0, s.Pools[0] with { Addresses = [AddressRange.Parse("172.29.52.101")!] }),
            },
        ["a pool's namespaces"] = s =>
            s with
            {
                Pools = s.Pools.SetItem(1, s.Pools[1] with { Namespaces = ["ingress-nginx"] }),
            },
        ["hold time"] = s => s with { Bgp = s.Bgp with { HoldTime = 6 } },
        ["keepalive time"] = s => s with { Bgp = s.Bgp with { KeepAliveTime = 2 } },
        ["connect retry"] = s => s with { Bgp = s.Bgp with { ConnectRetryTime = 4 } },
        ["restart time"] = s =>
            s with
            {
                Bgp = s.Bgp with { GracefulRestart = s.Bgp.GracefulRestart with { RestartTime = 20 } },
            },
        ["a community"] = s => s with { Bgp = s.Bgp with { Communities = ["64512:200"] } },
        ["the password's version"] = s =>
            s with
            {
                Bgp = s.Bgp with { Password = s.Bgp.Password with { Version = "2" } },
            },
        ["the nodes' AS number"] = s => s with { Cluster = s.Cluster with { Asn = 64599 } },
        ["a router's AS number"] = s => s with { Routers = [s.Routers[0] with { Asn = 64599 }] },
        ["what the nodes dial"] = s =>
            s with
            {
                Routers =
                [
                    s.Routers[0] with
                    {
                        Addresses = [Address.Parse("172.29.51.2")!, Address.Parse("fd47:25e1:2f96:51::2")!],
                    },
                ],
            },
        ["a node's router ID"] = s =>
            s with
            {
                Cluster = s.Cluster with { NodeGroups = [WithRouterId(s.Cluster.NodeGroups[0])] },
            },
        ["a Helm value"] = s => s with { Cilium = s.Cilium with { Values = Fields.Of(("debug", Fields.Empty)) } },
        ["Cilium's version"] = s => s with { Cilium = s.Cilium with { Version = new(1, 20, 3) } },
    };

    public static TheoryData<string> Names { get; } = new(Matters.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_digest_changes_with(string what)
    {
        var settings = Shipped.Settings(Shipped.Prod);

        Assert.False(DigestOf(settings) == DigestOf(Matters[what](settings)), what);
    }

    [Fact]
    public void The_digest_stays_when_nothing_changes() =>
        Assert.Equal(DigestOf(Shipped.Settings(Shipped.Prod)), DigestOf(Shipped.Settings(Shipped.Prod)));

    [Fact]
    public void The_digest_tells_nothing_of_secrets()
    {
        var settings = Shipped.Settings(Shipped.Prod);
        var secrets = new SecretSettings(
            new(new Text("another password")),
            new(new Text("another kubeconfig")),
            ImmutableSortedDictionary<string, Secret>.Empty.Add("udm-pro", new(new Text("another key"))),
            ImmutableSortedDictionary<string, Secret>.Empty
        );

        Assert.Equal(DigestOf(settings), DigestOf(settings with { Secrets = secrets }));
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Every_confirmation_and_the_stack_show_the_same_digest(string stack)
    {
        var graph = Shipped.Graph(stack, Changes.AddRouter(Shipped.Settings(stack)));

        var shown = graph.Components<RouterConfirmation>().Select(confirmation => confirmation.Inputs["digest"]);

        Assert.All(shown, digest => Assert.Equal(graph.Outputs["digest"], digest));
        Assert.Matches("^[0-9a-f]{64}$", ((Text)graph.Outputs["digest"]!).Content);
    }

    private static NodeGroupSettings WithRouterId(NodeGroupSettings group) =>
        group with
        {
            Nodes = group.Nodes.SetItem(0, group.Nodes[0] with { RouterId = Address.Parse("172.29.51.111") }),
        };

    private static string DigestOf(StackSettings settings) =>
        ((Text)Shipped.Graph(Shipped.Prod, settings).Outputs["digest"]!).Content;
}
