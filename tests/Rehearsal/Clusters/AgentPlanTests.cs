using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Clusters;
using BgpLb.Rehearsal.Clusters.Gobgp;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

public class AgentPlanTests
{
    private static readonly string[] Nodes = ["n1", "n2"];

    private readonly ObjectStore _store = new(TimeProvider.System);

    [Fact]
    public void What_is_left_out_is_as_in_the_schema_and_nothing_is_announced_without_families()
    {
        _store.Apply(Custom("CiliumBGPPeerConfig", "peers", """{"gracefulRestart": {"enabled": true}}"""));
        _store.Apply(Advertisement());
        Web();

        var peer = Peer(ClusterConfig())!;

        Assert.Equal(new PeerSettings(64513, null, 90, 30, 120, 1, 179, null, IPv4: true, IPv6: true), peer.Settings);
        Assert.Equal(("172.29.51.1", 120), (peer.Address, peer.ConnectRetry));
        Assert.Empty(peer.Announcements);
    }

    [Fact]
    public void A_peer_without_a_peer_config_gets_no_routes_and_one_whose_config_is_missing_goes()
    {
        _store.Apply(Advertisement());
        Web();
        Assert.Null(Peer(ClusterConfig()));

        var plain = ClusterConfig();
        plain["spec"]!["bgpInstances"]![0]!["peers"]![0]!.AsObject().Remove("peerConfigRef");

        Assert.Equal((90, null), (Peer(plain)!.Settings!.HoldTime, Peer(plain)!.Settings!.Password));
        Assert.Empty(Peer(plain)!.Announcements);
    }

    [Fact]
    public void A_node_says_its_own_by_an_override()
    {
        _store.Apply(PeerConfig());
        _store.Apply(
            Custom(
                "CiliumBGPNodeConfigOverride",
                "n1",
                """
                {"bgpInstances": [{"name": "lab", "routerID": "1.2.3.4", "localASN": 65001, "localPort": 1179,
                  "peers": [{"name": "gateway", "localAddress": "172.29.51.12"}]}]}
                """
            )
        );

        var plan = Plan(ClusterConfig())!;

        Assert.Equal((65001u, "1.2.3.4", 1179), (plan.Asn, plan.RouterId, plan.ListenPort));
        Assert.Equal("172.29.51.12", plan.Peers[0].Settings!.LocalAddress);
        Assert.Equal((64512u, "172.29.51.13", -1), OfOther(Plan(ClusterConfig(), "n2", "172.29.51.13")!));

        static (uint, string, int) OfOther(InstancePlan plan) => (plan.Asn, plan.RouterId, plan.ListenPort);
    }

    [Fact]
    public void Without_a_router_ID_or_an_AS_number_there_is_no_instance()
    {
        Assert.Null(Plan(ClusterConfig(), "n1", "fd00::1"));
        var config = ClusterConfig();
        config["spec"]!["bgpInstances"]![0]!.AsObject().Remove("localASN");
        Assert.Null(Plan(config));
        Assert.Empty(AgentPlan.Of(_store, ReleaseValues.Of(Values()), Node("n1", "172.29.51.11"), config: null));
    }

    [Theory]
    [InlineData(null, true, null)]
    [InlineData("""{"password": "first"}""", true, "first")]
    [InlineData("""{"other": "first"}""", false, null)]
    public void Passwords_come_from_the_namespace_of_the_values(string? secret, bool isReadable, string? password)
    {
        _store.Apply(PeerConfig(more: """, "authSecretRef": "bgp" """));
        if (secret is not null)
        {
            _store.Apply(Secret(secret));
        }

        var settings = Peer(ClusterConfig())!.Settings;

        Assert.Equal((isReadable, password), (settings is not null, settings?.Password));
        var elsewhere = Json("""{"bgpControlPlane": {"secretsNamespace": {"name": "elsewhere"}}}""");
        Assert.Null(Peer(ClusterConfig(), elsewhere)!.Settings!.Password);
    }

    [Theory]
    [InlineData("", "", "n1 n2")]
    [InlineData("", "", "", "other")]
    [InlineData("", "", "n1 n2", "io.cilium/bgp-control-plane")]
    [InlineData("Local", "", "")]
    [InlineData("Local", """{"nodeName": "n1", "conditions": {}}""", "n1")]
    [InlineData("Local", """{"nodeName": "n1"}, {"nodeName": "n2", "conditions": {"ready": true}}""", "n1 n2")]
    [InlineData("Local", """{"nodeName": "n1", "conditions": {"ready": false}}""", "")]
    [InlineData(
        "Local",
        """{"nodeName": "n1", "conditions": {"ready": false, "serving": true, "terminating": true}}""",
        ""
    )]
    [InlineData("Local", """{"nodeName": "n1", "conditions": {"terminating": true}}""", "")]
    [InlineData("Local", """{"conditions": {"ready": true}}""", "")]
    public void The_traffic_policy_says_which_nodes_announce(
        string policy,
        string endpoints,
        string expected,
        string? @class = null
    )
    {
        _store.Apply(PeerConfig());
        _store.Apply(Advertisement());
        _store.Apply(Slice("web", endpoints));
        Web(
            (policy.Length > 0 ? $", \"externalTrafficPolicy\": \"{policy}\"" : "")
                + (@class is null ? "" : $", \"loadBalancerClass\": \"{@class}\"")
        );

        var announcing = Nodes.Where(node => Plan(ClusterConfig(), node)!.Peers[0].Announcements.Length > 0);

        Assert.Equal(expected, string.Join(' ', announcing));
    }

    [Fact]
    public void Advertisements_that_select_the_same_Service_add_up_their_communities()
    {
        _store.Apply(PeerConfig());
        var first = Advertisement("\"64512:200\", \"64512:100\"");
        first["spec"]!["advertisements"]![0]!["attributes"]!["communities"]!["large"] = new JsonArray("64512:1:2");
        var second = Advertisement("\"64512:100\"");
        second["metadata"]!["name"] = "second";
        second["spec"]!["advertisements"]![0]!["attributes"]!["communities"]!["wellKnown"] = new JsonArray("no-export");
        var third = Advertisement("\"64512:300\"");
        third["metadata"]!["name"] = "third";
        third["spec"]!["advertisements"]![0]!.AsObject().Remove("selector");
        _store.Apply(first);
        _store.Apply(second);
        _store.Apply(third);
        Web();

        var announcement = Assert.Single(Peer(ClusterConfig())!.Announcements);

        Assert.Equal(new Announcement("172.29.52.100/32", "64512:100,64512:200,no-export", "64512:1:2"), announcement);
    }

    private static ClusterNode Node(string name, string address) =>
        new(name, [address], new Dictionary<string, string>(StringComparer.Ordinal), Network: null!);

    private InstancePlan? Plan(
        JsonObject config,
        string node = "n1",
        string address = "172.29.51.11",
        JsonObject? values = null
    ) => AgentPlan.Of(_store, ReleaseValues.Of(values ?? Values()), Node(node, address), config)["lab"];

    private PeerPlan? Peer(JsonObject config, JsonObject? values = null) =>
        Plan(config, values: values)!.Peers.SingleOrDefault();

    /// <summary>A Service that has its address.</summary>
    private void Web(string spec = "")
    {
        _store.Apply(Service("web", spec));
        _store.Find("Service", "web", "default")!["status"] = Json(
            """{"loadBalancer": {"ingress": [{"ip": "172.29.52.100"}, {"ip": "fd00::64"}]}}"""
        );
    }
}
