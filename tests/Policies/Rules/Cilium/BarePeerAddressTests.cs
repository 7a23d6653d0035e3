using BgpLb.Graph;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Rules.Cilium;

public sealed class BarePeerAddressTests
{
    private const string Rule = "bare-peer-address";

    [Theory]
    [MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void The_shipped_stacks_keep_it(string stack) => Expect.Kept(Rule, Shipped.Of(stack));

    [Theory]
    [InlineData("10.10.30.1/24")]
    [InlineData("10.10.30.1/32")]
    [InlineData("fe80::1")]
    [InlineData("febf:ffff::1")]
    [InlineData("fe80::1%eth0")]
    [InlineData("gateway.example.org")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_but_an_address_is_found(string? address) =>
        Expect.Violated(
            Rule,
            Shipped.Dev.With(Config, $"{Peer}.peerAddress", address),
            "\"gateway-ipv4\" of CiliumBGPClusterConfig bgplb-blue",
            address is null ? "nothing" : $"\"{address}\""
        );

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("fec0::1")]
    [InlineData("fe7f::1")]
    public void An_address_is_not(string address) =>
        Expect.Kept(Rule, Shipped.Dev.With(Config, $"{Peer}.peerAddress", address));

    [Fact]
    public void A_peer_that_is_found_by_itself_needs_none() =>
        Expect.Kept(
            Rule,
            Shipped
                .Dev.With(Config, $"{Peer}.peerAddress", null)
                .With(Config, $"{Peer}.autoDiscovery.mode", "DefaultGateway")
        );

    [Fact]
    public void But_if_it_has_one_it_is_judged() =>
        Expect.Violated(
            Rule,
            Shipped
                .Dev.With(Config, $"{Peer}.peerAddress", "10.10.30.1/24")
                .With(Config, $"{Peer}.autoDiscovery.mode", "DefaultGateway"),
            "10.10.30.1/24"
        );

    [Fact]
    public void Another_kind_has_no_peers_to_dial() =>
        Expect.Kept(
            Rule,
            Shipped.Dev.And(
                "kubernetes:cilium.io/v2:CiliumBGPNodeConfigOverride",
                "node-1",
                Fields.Of(
                    (
                        "spec",
                        Fields.Of(
                            (
                                "bgpInstances",
                                Items.Of(Fields.Of(("peers", Items.Of(Fields.Of(("name", "gateway-ipv4"))))))
                            )
                        )
                    )
                )
            )
        );

    private const string Config = "CiliumBGPClusterConfig bgplb-blue";
    private const string Peer = "spec.bgpInstances[0].peers[0]";
}
