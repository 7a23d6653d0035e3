using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class ValueCombinationsTests
{
    private const string Rule = "value-combinations";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("loadBalancer.mode", "dsrr", "snat, dsr, hybrid")]
    [InlineData("loadBalancer.algorithm", "round-robin", "random, maglev")]
    [InlineData("loadBalancer.dsrDispatch", "genve", "opt, ipip, geneve")]
    [InlineData("loadBalancer.dsrDispatch", "geneve", "dispatch by geneve needs geneve")]
    [InlineData("tunnelProtocol", "vxlan", null)]
    [InlineData("routingMode", "direct", "tunnel, native")]
    [InlineData("ipv4NativeRoutingCIDR", null, "IPv4 needs the network")]
    [InlineData("ipv6NativeRoutingCIDR", "", "IPv6 needs the network")]
    [InlineData("loadBalancer.mode", "snat", null)]
    [InlineData("loadBalancer.mode", "hybrid", null)]
    [InlineData("loadBalancer.algorithm", "random", null)]
    [InlineData("loadBalancer.dsrDispatch", "opt", null)]
    [InlineData("loadBalancer.dsrDispatch", "ipip", null)]
    public void In_native_routing_a_value_is_judged(string path, string? value, string? because) =>
        Judged(Shipped.Prod.WithValue(path, value), because);

    [Theory]
    [InlineData("dsr")]
    [InlineData("hybrid")]
    public void Direct_server_return_through_a_VXLAN_tunnel_is_found(string mode) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.WithValue("loadBalancer.mode", mode),
            "tunnelProtocol of Release cilium is nothing",
            "no other tunnel than geneve"
        );

    [Fact]
    public void So_is_direct_server_return_on_the_chart_s_own_values() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(
                CiliumStacks.Release,
                "values",
                Fields.Of(("kubeProxyReplacement", "true"), ("loadBalancer", Fields.Of(("mode", "dsr"))))
            ),
            "geneve"
        );

    [Fact]
    public void And_in_tunnel_mode_with_another_dispatch_than_geneve() =>
        Expect.Violated(
            Rule,
            Geneve.WithValue("loadBalancer.dsrDispatch", "opt"),
            "loadBalancer.dsrDispatch",
            "in tunnel mode"
        );

    [Fact]
    public void In_native_routing_geneve_carries_the_dispatch_as_well() =>
        Expect.Kept(
            Rule,
            Shipped.Prod.WithValue("loadBalancer.dsrDispatch", "geneve").WithValue("tunnelProtocol", "geneve")
        );

    [Fact]
    public void With_geneve_it_works() => Expect.Kept(Rule, Geneve);

    [Theory]
    [InlineData("native", "ipv6", "IPv6 underlay")]
    [InlineData("disabled", "ipv6", null)]
    [InlineData("native", "ipv4", null)]
    [InlineData("native", null, null)]
    [InlineData(null, "ipv6", null)]
    public void Acceleration_with_an_IPv6_underlay_is_found(string? acceleration, string? underlay, string? because) =>
        Judged(
            Shipped.Dev.WithValue("loadBalancer.acceleration", acceleration).WithValue("underlayProtocol", underlay),
            because
        );

    [Fact]
    public void Nobody_looks_at_balancing_while_kube_proxy_does_it() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.WithValue("loadBalancer.mode", "dsr")
                .WithValue("loadBalancer.algorithm", "any")
                .WithValue("kubeProxyReplacement", null)
        );

    [Fact]
    public void Direct_node_routes_in_tunnel_mode_are_found() =>
        Expect.Violated(Rule, Shipped.Dev.WithValue("autoDirectNodeRoutes", true), "is true", "in tunnel mode");

    [Fact]
    public void Tunnel_mode_is_the_chart_s_own() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.WithValue("routingMode", null).WithValue("autoDirectNodeRoutes", true),
            "in tunnel mode"
        );

    [Fact]
    public void Neither_family_is_found() =>
        Expect.Violated(Rule, Shipped.Dev.WithValue("ipv4.enabled", false).WithValue("ipv6", null), "neither");

    [Fact]
    public void IPv6_alone_is_enough() =>
        Expect.Kept(Rule, Shipped.Dev.WithValue("ipv4.enabled", false).WithValue("ipv6.enabled", true));

    [Theory]
    [InlineData("enableIPv4Masquerade", false)]
    [InlineData("ipv4.enabled", false)]
    [InlineData("ipMasqAgent.enabled", true)]
    [InlineData("nativeRoutingCIDRFromClusterPool", true)]
    [InlineData("routingMode", "tunnel")]
    public void The_native_network_may_be_left_out_where_nothing_needs_it(string path, object value) =>
        Expect.Kept(
            Rule,
            Shipped
                .Prod.WithValue("ipv4NativeRoutingCIDR", null)
                .WithValue("loadBalancer.mode", "snat")
                .WithValue("autoDirectNodeRoutes", null)
                .WithValue(path, value)
        );

    [Fact]
    public void IPv4_is_on_and_IPv6_off_unless_said_otherwise() =>
        Expect.Violated(
            Rule,
            Shipped
                .Prod.WithValue("ipv4", null)
                .WithValue("ipv6", null)
                .WithValue("ipv4NativeRoutingCIDR", null)
                .WithValue("ipv6NativeRoutingCIDR", null),
            "IPv4 needs the network"
        );

    [Fact]
    public void Values_for_somebody_else_s_release_are_judged_as_well() =>
        Expect.Violated(
            Rule,
            Shipped.Dev.External().With(CiliumStacks.Component, "neededValues.autoDirectNodeRoutes", true),
            "CiliumRelease cilium"
        );

    private static StackView Geneve { get; } =
        Shipped
            .Dev.WithValue("loadBalancer.mode", "dsr")
            .WithValue("loadBalancer.dsrDispatch", "geneve")
            .WithValue("tunnelProtocol", "geneve");

    /// <summary>Found with a reason, or kept without one.</summary>
    private static void Judged(StackView stack, string? because)
    {
        if (because is null)
        {
            Expect.Kept(Rule, stack);
        }
        else
        {
            Expect.Violated(Rule, stack, " of Release cilium is ", because);
        }
    }
}
