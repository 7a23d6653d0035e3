using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>A renamed cluster config drops its sessions, so no name depends on anything else than the thing itself.</summary>
public sealed class NameTests
{
    private static readonly Dictionary<string, Func<StackSettings, StackSettings>> Additions = new(
        StringComparer.Ordinal
    )
    {
        ["a pool"] = Changes.AddPool,
        ["a router"] = Changes.AddRouter,
        ["a node group"] = Changes.AddGroup,
    };

    public static IEnumerable<object[]> Cases =>
        from object[] stack in Shipped.Stacks
        from addition in Additions.Keys
        where !(stack[0].Equals(Shipped.Prod) && addition == "a node group")
        select new[] { stack[0], addition };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Names_stay_when_something_is_added_before_them(string stack, string addition)
    {
        var before = Shipped.Graph(stack).Urns();
        var after = Shipped.Graph(stack, Additions[addition](Shipped.Settings(stack))).Urns();

        Assert.Subset(after.ToHashSet(StringComparer.Ordinal), before.ToHashSet(StringComparer.Ordinal));
        Assert.True(after.Length > before.Length);
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void A_command_goes_to_the_same_router_when_another_is_added_before_it(string stack)
    {
        var before = Hosts(Shipped.Graph(stack));
        var after = Hosts(Shipped.Graph(stack, Changes.AddRouter(Shipped.Settings(stack))));

        Assert.All(before, command => Assert.Equal(command.Value, after[command.Key]));
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Names_do_not_depend_on_the_order_in_which_things_are_written(string stack)
    {
        var settings = Changes.AddRouter(Changes.AddPool(Shipped.Settings(stack)));

        var written = Shipped.Graph(stack, settings).Urns();
        var reversed = Shipped.Graph(stack, Changes.Reverse(settings)).Urns();

        Expect.Same(written, reversed);
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Every_object_has_the_name_of_its_resource(string stack) =>
        Assert.All(
            Shipped.Graph(stack).Objects(),
            resource => Assert.Equal(resource.Name, ((Text)((Fields)resource.Inputs["metadata"]!)["name"]!).Content)
        );

    [Fact]
    public void The_objects_have_the_names_that_people_will_look_for() =>
        Expect.Same(
            [
                "CiliumBGPAdvertisement/bgplb-vips",
                "CiliumBGPClusterConfig/bgplb-nodes",
                "CiliumBGPPeerConfig/bgplb-ipv4",
                "CiliumBGPPeerConfig/bgplb-ipv6",
                "CiliumLoadBalancerIPPool/bgp-default",
                "CiliumLoadBalancerIPPool/bgp-default-ipv6",
                "CiliumLoadBalancerIPPool/bgp-ingress",
                "CiliumLoadBalancerIPPool/bgp-reserved",
                "ExternalSecret/bgplb-password",
            ],
            Manifest.Of(Shipped.Graph(Shipped.Prod)).Select(manifest => $"{manifest}")
        );

    private static Dictionary<string, string> Hosts(ResourceGraph graph) =>
        graph
            .Custom("command:remote:Command")
            .ToDictionary(
                command => command.Urn,
                command => $"{ClearJson.Of(command.Inputs["connection"]!)!["host"]}",
                StringComparer.Ordinal
            );
}
