namespace BgpLb.Tests.Settings;

/// <summary>The user's own Helm values.</summary>
public sealed class ValueRulesTests
{
    private static StackText With(string values) =>
        StackText.Prod.With("    algorithm: maglev\n", $"    algorithm: maglev\n    values:\n      {values}\n");

    [Theory]
    [InlineData("bgpControlPlane: { enabled: false }", "bgpControlPlane", "nothing: the program sets it")]
    [InlineData(
        "defaultLBServiceIPAM: none",
        "defaultLBServiceIPAM",
        "nothing: the program sets it for the distribution"
    )]
    [InlineData("enableLBIPAM: false", "enableLBIPAM", "nothing: the program sets it")]
    [InlineData(
        "l2announcements: { enabled: true }",
        "l2announcements",
        "nothing: addresses are announced by BGP only"
    )]
    [InlineData("kubeProxyReplacement: true", "kubeProxyReplacement", "cilium.kubeProxyReplacement")]
    [InlineData("routingMode: tunnel", "routingMode", "cilium.routingMode")]
    [InlineData("loadBalancer: { mode: snat }", "loadBalancer.mode", "cilium.loadBalancerMode")]
    [InlineData("loadBalancer: { algorithm: random }", "loadBalancer.algorithm", "cilium.algorithm")]
    [InlineData("k8sServiceHost: localhost", "k8sServiceHost", "cluster.apiServer.host")]
    [InlineData("k8sServicePort: 7445", "k8sServicePort", "cluster.apiServer.port")]
    [InlineData("ipv4NativeRoutingCIDR: 10.244.0.0/16", "ipv4NativeRoutingCIDR", "cluster.podCidrs")]
    [InlineData("ipv6NativeRoutingCIDR: fd47::/56", "ipv6NativeRoutingCIDR", "cluster.podCidrs")]
    [InlineData("ipv6: { enabled: true }", "ipv6.enabled", "an IPv6 network in cluster.podCidrs")]
    public void A_value_that_the_program_decides_is_refused(string value, string path, string allowed) =>
        Refused(value, $"cilium.values.{path}: found a value that the program decides; allowed: {allowed}");

    [Theory]
    [InlineData(
        "externalIPs: { enabled: true }",
        "externalIPs: found a value that is gone since 1.17; allowed: nothing"
    )]
    [InlineData(
        "nodePort: { enabled: true }",
        "nodePort.enabled: found a value that is gone since 1.19; allowed: nothing"
    )]
    public void A_value_that_the_chart_no_longer_has_is_refused(string value, string message) =>
        Refused(value, $"cilium.values.{message}");

    [Fact]
    public void A_value_that_the_chart_still_has_is_taken() =>
        With("nodePort: { enabled: true }").With("version: 1.20.2", "version: 1.18.4").IsAccepted();

    [Fact]
    public void Direct_server_return_does_not_go_through_VXLAN() =>
        Tunnelled("tunnelProtocol: vxlan")
            .IsRefused(
                "cilium.values.tunnelProtocol: found \"vxlan\" with cilium.loadBalancerMode dsr; "
                    + "allowed: geneve: the agent refuses to start on direct server return through VXLAN"
            );

    [Fact]
    public void Direct_server_return_through_a_tunnel_is_dispatched_by_Geneve() =>
        Tunnelled("loadBalancer: { dsrDispatch: opt }")
            .IsRefused("cilium.values.loadBalancer.dsrDispatch: found \"opt\" in tunnel mode; allowed: geneve");

    [Theory]
    [InlineData("loadBalancer: { dsrDispatch: geneve }")]
    [InlineData("loadBalancer: { dsrDispatch: geneve }\n      tunnelProtocol: vxlan")]
    public void Dispatch_by_Geneve_needs_its_protocol_in_native_routing_too(string values)
    {
        var problem = Assert.Single(With(values).ProblemsBeside());

        Assert.Equal(
            "cilium.values.loadBalancer.dsrDispatch: found \"geneve\" without tunnelProtocol geneve; allowed: "
                + "tunnelProtocol: geneve beside it, in native routing too: the agent refuses to start otherwise",
            $"{problem}"
        );
    }

    [Fact]
    public void Routes_between_nodes_are_the_program_s_to_decide() =>
        Tunnelled("autoDirectNodeRoutes: true")
            .IsRefused(
                "cilium.values.autoDirectNodeRoutes: found a value that the program decides; "
                    + "allowed: nothing: the program sets it where all nodes share one network"
            );

    [Fact]
    public void A_misspelt_dispatch_is_refused() =>
        Refused(
            "loadBalancer: { dsrDispatch: genve }",
            "cilium.values.loadBalancer.dsrDispatch: found \"genve\"; allowed: opt, ipip or geneve"
        );

    [Fact]
    public void Acceleration_and_an_IPv6_underlay_exclude_each_other() =>
        Refused(
            "loadBalancer: { acceleration: native }\n      underlayProtocol: ipv6",
            "cilium.values.loadBalancer.acceleration: found \"native\" with underlayProtocol ipv6; "
                + "allowed: disabled: the agent refuses to start with both"
        );

    [Fact]
    public void A_secret_among_the_values_is_refused() =>
        Refused(
            "hubble: { tls: { secure: v1:abc } }",
            "cilium.values.hubble.tls: found a secret; allowed: a plain value"
        );

    [Theory]
    [InlineData("010")]
    [InlineData("0x1F")]
    [InlineData("1_000")]
    [InlineData("2026-01-31")]
    public void A_value_that_YAML_reads_as_something_else_wants_quotes(string value) =>
        Refused(
            $"debug: {value}",
            $"cilium.values.debug: found {value}; allowed: \"{value}\" in quotes, or a decimal number"
        );

    private static StackText Tunnelled(string value) =>
        With(value)
            .With("loadBalancerMode: dsr", "loadBalancerMode: dsr\n    routingMode: tunnel")
            .With(value, $"{value} ");

    private static void Refused(string value, string message) =>
        With(value).With(value, $"{value} ").IsRefused(message);
}
