using BgpLb.Graph;
using BgpLb.Policies.Impact;
using BgpLb.Policies.Model;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Impact;

/// <summary>What each change does: nodes at once, seconds (-1 for good), addresses.</summary>
public sealed class ChangeImpactTests
{
    private const string Config = "CiliumBGPPeerConfig bgplb-ipv4";
    private const string Blue = "CiliumBGPClusterConfig bgplb-blue";
    private const string Router = "RouterChange gateway";
    private const string Peer = "spec.bgpInstances[0].peers[0]";

    private static StackView Dev => Shipped.Dev;

    [Theory]
    [InlineData(Config, "spec.timers.connectRetryTimeSeconds", 6, 5, 7)]
    [InlineData(Config, "spec.timers.keepAliveTimeSeconds", 2, 5, 7)]
    [InlineData(Config, "spec.timers.holdTimeSeconds", 90, 5, 7)]
    [InlineData(Config, "spec.gracefulRestart.enabled", true, 5, 3)]
    [InlineData(Config, "spec.families[0].safi", "multicast", 5, 3)]
    [InlineData(Config, "spec.families[0].afi", "ipv6", 5, 3)]
    [InlineData(Config, "spec.authSecretRef", "other", 5, 3)]
    [InlineData(Config, "spec.ebgpMultihop", 2, 5, 3)]
    [InlineData(Config, "spec.transport.peerPort", 1179, 5, 3)]
    [InlineData(Config, "spec.transport.sourceInterface", "eth1", 5, 3)]
    [InlineData("BgpPassword bgp-password", "version", "2", 5, 3)]
    [InlineData("BgpPassword bgp-password", "source", "external", 5, 3)]
    [InlineData("RandomPassword bgp-password", "length", 40, 5, 3)]
    [InlineData(Blue, "spec.bgpInstances[0].localASN", 64600, 3, 3)]
    [InlineData(Blue, "spec.bgpInstances[0].localPort", 1179, 3, 3)]
    [InlineData(Blue, $"{Peer}.peerAddress", "10.10.30.2", 3, -1)]
    [InlineData(Blue, $"{Peer}.peerASN", 64600, 3, 3)]
    [InlineData(Blue, $"{Peer}.peerASN", null, 3, 3)]
    [InlineData(Blue, $"{Peer}.peerConfigRef.name", "other", 3, -1)]
    [InlineData(Blue, $"{Peer}.name", "another", 3, 3)]
    [InlineData(Blue, "spec.bgpInstances[0].name", "another", 3, 3)]
    [InlineData(Blue, "spec.nodeSelector.matchLabels.bgplb/node-group", "red", 3, -1)]
    [InlineData(Blue, "spec.bgpInstances[0].peers", null, 3, -1)]
    [InlineData(Router, "asn", 64600, 5, 3)]
    [InlineData(Router, "addresses[0]", "10.10.30.9", 3, -1)]
    public void A_change_of_the_sessions(string resource, string path, object? value, int nodes, double seconds) =>
        AssertImpact(Dev, Dev.With(resource, path, value), nodes, seconds);

    [Theory]
    [InlineData(Config, "spec.families[0].advertisements.matchLabels.a", "b")]
    [InlineData(Config, "spec.ebgpMultihop", 1)]
    [InlineData(Config, "spec.transport.peerPort", 179)]
    [InlineData(Config, "spec.gracefulRestart.restartTimeSeconds", 99)]
    [InlineData(Config, "spec.gracefulRestart", null)]
    [InlineData("CiliumBGPAdvertisement bgplb-vips", "spec.advertisements[0].selector", null)]
    [InlineData(Router, "dialect", "unifi")]
    [InlineData("BgpPeering bgp-peering", "nodeGroups.blue.nodes", 4)]
    public void What_does_nothing_to_the_sessions(string resource, string path, object? value) =>
        AssertImpact(Dev, Dev.With(resource, path, value), 0, 0);

    [Fact]
    public void What_is_left_out_is_as_Cilium_has_it()
    {
        var written = Dev.With(Config, "spec.timers", Timers(90, 30, 120))
            .With(Config, "spec.gracefulRestart", Fields.Of(("enabled", true), ("restartTimeSeconds", 120)));
        var left = Dev.With(Config, "spec.timers", null)
            .With(Config, "spec.gracefulRestart", Fields.Of(("enabled", true)));

        AssertImpact(written, left, 0, 0);
        AssertImpact(left.With(Config, "spec.timers", Timers(90, 30, 119)), left, 5, 7);
        AssertImpact(left.With(Config, "spec.timers", Timers(90, 29, 120)), left, 5, 7);
        AssertImpact(left.With(Config, "spec.timers", Timers(89, 30, 120)), left, 5, 7);
        AssertImpact(left.With(Config, "spec.gracefulRestart.restartTimeSeconds", 119), left, 5, 3);
    }

    [Theory]
    [InlineData("router-id '10.10.10.1'", "router-id '10.10.10.2'", 5, 3)]
    [InlineData("listen range 10.10.30.0/24 ", "listen range 10.10.30.0/25 ", 3, 3)]
    [InlineData("listen range 10.10.40.0/24 ", "listen nothing ", 2, 3)]
    [InlineData("listen range 10.10.40.0/24 ", "listen range 10.10.40.0/24 again listen range 10.10.41.0/24 ", 0, 0)]
    [InlineData("listen limit '13'", "listen limit '14'", 0, 0)]
    public void A_change_of_the_router_s_lines(string from, string to, int nodes, double seconds) =>
        AssertImpact(Dev, Dev.Replace(Router, "configuration", from, to), nodes, seconds);

    [Fact]
    public void Over_an_API_every_change_starts_the_gateway_s_BGP_anew()
    {
        var before = Dev.With(Router, "owns", "all of the BGP document");

        AssertImpact(before, before.Replace(Router, "configuration", "listen limit '13'", "listen limit '14'"), 5, 3);
        AssertImpact(before, before, 0, 0);
        var line = Assert.Single(ChangeImpact.Of(Dev, before).Lines);
        Assert.Contains("routers[].ssh", line.Gentler, StringComparison.Ordinal);
    }

    [Fact]
    public void A_resource_that_goes_ends_its_sessions_for_good()
    {
        AssertImpact(Dev, Dev.Without(Config), 5, -1);
        AssertImpact(Dev, Dev.Without(Router), 5, -1);
        var line = Assert.Single(ChangeImpact.Of(Dev, Dev.Without(Blue)).Lines);
        Assert.Equal(
            (3, null, "Sessions of CiliumBGPClusterConfig bgplb-blue that end"),
            (line.Nodes, line.Seconds, line.What)
        );
        Assert.Null(line.At);
        Assert.All(ChangeImpact.Of(Dev, Dev.Without(Config)).Lines, found => Assert.Null(found.At));
    }

    [Fact]
    public void A_router_s_other_address_is_another_session() =>
        AssertImpact(
            Dev,
            Dev.With(Router, "addresses[0]", "10.10.30.2").With(Blue, $"{Peer}.peerAddress", "10.10.30.2"),
            3,
            3
        );

    [Fact]
    public void What_comes_in_addition_does_no_harm()
    {
        AssertImpact(Dev.Without(Blue), Dev, 0, 0);
        AssertImpact(Dev.Without(Router), Dev, 0, 0);
    }

    [Fact]
    public void A_cluster_config_of_another_name_is_another_session() =>
        AssertImpact(Dev, Dev.With(Blue, "metadata.name", "bgplb-azure"), 3, 3);

    [Fact]
    public void No_node_counts_twice()
    {
        var prod = Shipped.Prod;
        var change = prod.With(Config, "spec.timers.holdTimeSeconds", 12)
            .With("CiliumBGPPeerConfig bgplb-ipv6", "spec.timers.holdTimeSeconds", 12);

        var impact = ChangeImpact.Of(prod, change);

        Assert.Equal((2, 3), (impact.Lines.Length, impact.NodesAtOnce));
        Assert.Equal("Other timers of CiliumBGPPeerConfig bgplb-ipv4", impact.Lines[0].What);
        Assert.Equal("spec.timers", impact.Lines[0].At!.Path);
    }

    [Fact]
    public void A_peer_that_takes_another_config_that_says_the_same_still_resets()
    {
        var stack = Dev.And(
            "kubernetes:cilium.io/v2:CiliumBGPPeerConfig",
            "other",
            Dev.The(Config).Properties.Merge(Fields.Of(("metadata", Fields.Of(("name", "other")))))
        );

        AssertImpact(stack, stack.With(Blue, $"{Peer}.peerConfigRef.name", "other"), 3, 3);
    }

    [Fact]
    public void A_password_that_comes_from_another_place_resets_every_session()
    {
        const string fetched = "ExternalSecret bgplb-password";
        var moved = Shipped.Prod.With(fetched, "spec.data[0].remoteRef.key", "elsewhere");

        Assert.Equal(3, ChangeImpact.Of(Shipped.Prod, moved).NodesAtOnce);
        Assert.Empty(ChangeImpact.Of(Shipped.Prod, Shipped.Prod.With(fetched, "spec.refreshInterval", "1m")).Lines);
    }

    [Fact]
    public void A_node_s_own_router_ID()
    {
        var type = "kubernetes:cilium.io/v2:CiliumBGPNodeConfigOverride";
        StackView With(string id) => Dev.And(type, "blue-1", Fields.Of(("spec", Fields.Of(("routerID", id)))));

        AssertImpact(With("1.1.1.1"), With("1.1.1.2"), 1, 3);
        AssertImpact(With("1.1.1.1"), With("1.1.1.1"), 0, 0);
        AssertImpact(Dev, With("1.1.1.1"), 0, 0);
    }

    [Fact]
    public void A_new_release_restarts_two_agents_at_a_time()
    {
        AssertImpact(Dev, Dev.With("CiliumRelease cilium", "version", "1.20.3"), 2, 0.5);
        AssertImpact(Dev, Dev.With("Release cilium", "values.ipv6.enabled", true), 2, 0.5);
        AssertImpact(Dev, Dev.With("Release cilium", MostAtOnce, 1), 1, 0.5);
        AssertImpact(Dev, Dev.With("Release cilium", MostAtOnce, 9), 5, 0.5);
        AssertImpact(Dev, Dev.With("Release cilium", MostAtOnce, "25%"), 5, 0.5);
        AssertImpact(Shipped.Prod, Shipped.Prod.With("CiliumRelease cilium", "version", "1.20.3"), 0, 0);
    }

    [Fact]
    public void What_is_not_known_yet_is_said() =>
        Assert.Throws<NotKnownYetException>(() => ChangeImpact.Of(Dev, Dev.With(Config, "spec.timers", new Unknown())));

    private const string MostAtOnce = "values.updateStrategy.rollingUpdate.maxUnavailable";

    private static Fields Timers(int hold, int keepAlive, int retry) =>
        Fields.Of(("holdTimeSeconds", hold), ("keepAliveTimeSeconds", keepAlive), ("connectRetryTimeSeconds", retry));

    private static void AssertImpact(StackView before, StackView after, int nodes, double seconds)
    {
        var impact = ChangeImpact.Of(before, after);
        Assert.Equal((nodes, seconds < 0 ? null : seconds, 0), (impact.NodesAtOnce, impact.Seconds, impact.Addresses));
    }
}
