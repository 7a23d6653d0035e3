using System.Text.Json.Nodes;
using BgpLb.Settings;

namespace BgpLb.Tests.Cilium;

/// <summary>No settings lead to values with which the agent would not start.</summary>
public sealed class AgentStartTests
{
    /// <summary>Values that a person may add, each of which is fatal with some settings.</summary>
    private static readonly string[] Own =
    [
        """{"tunnelProtocol": "vxlan"}""",
        """{"tunnelProtocol": "geneve"}""",
        """{"loadBalancer": {"dsrDispatch": "opt"}}""",
        """{"loadBalancer": {"dsrDispatch": "ipip"}}""",
        """{"loadBalancer": {"dsrDispatch": "geneve"}}""",
        """{"loadBalancer": {"dsrDispatch": "geneve"}, "tunnelProtocol": "vxlan"}""",
        """{"autoDirectNodeRoutes": true}""",
        """{"ipv4": {"enabled": false}}""",
        """{"ipv4": {"enabled": true}}""",
        """{"loadBalancer": {"dsrDispatch": "genve"}}""",
        """{"loadBalancer": {"acceleration": "native"}, "underlayProtocol": "ipv6"}""",
        """{"loadBalancer": {"acceleration": "best-effort"}, "underlayProtocol": "ipv6"}""",
    ];

    [Fact]
    public void The_agent_starts_with_the_values_of_every_combination_of_settings() =>
        Expect.None(RefusedOf(Variant.Accepted));

    [Fact]
    public void The_agent_starts_with_whatever_values_a_person_may_add() =>
        Expect.None(RefusedOf(from variant in Variant.Accepted from own in Own select variant with { Own = own }));

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void The_agent_starts_with_the_values_of_both_stacks(string stack) =>
        Expect.None(AgentStart.Refusals(ClearJson.Of(Shipped.Design(stack).Release.Values)!.AsObject()));

    [Fact]
    public void All_combinations_are_allowed_but_direct_server_return_with_kube_proxy() =>
        Assert.Equal(
            Variant.All.Where(variant => variant.ReplacesKubeProxy || variant.Mode == LoadBalancerMode.Snat),
            Variant.Accepted
        );

    [Theory]
    [InlineData("""{"kubeProxyReplacement": true, "loadBalancer": {"mode": "dsr"}}""", 2)]
    [InlineData("""{"kubeProxyReplacement": false, "loadBalancer": {"mode": "dsr"}}""", 0)]
    [InlineData("""{"routingMode": "native"}""", 1)]
    [InlineData("""{"routingMode": "native", "ipv4NativeRoutingCIDR": "10.0.0.0/8", "ipv6": {"enabled": true}}""", 1)]
    [InlineData("""{"autoDirectNodeRoutes": true}""", 1)]
    [InlineData("""{"ipv4": {"enabled": false}}""", 1)]
    [InlineData("{}", 0)]
    public void A_fatal_combination_is_recognised(string values, int refusals) =>
        Assert.Equal(refusals, AgentStart.Refusals(JsonNode.Parse(values)!.AsObject()).Count());

    private static IEnumerable<string> RefusedOf(IEnumerable<Variant> variants) =>
        from variant in variants
        let values = variant.Values
        where values is not null
        from refusal in AgentStart.Refusals(values)
        select $"{variant}: {refusal}";
}
