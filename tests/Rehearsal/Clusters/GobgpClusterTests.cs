using System.Text.Json.Nodes;
using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Clusters.Gobgp;
using static BgpLb.Tests.Rehearsal.Clusters.GobgpLab;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

/// <summary>Objects go in, routes come out, on a real router.</summary>
[Trait("Needs", "Programs")]
public sealed class GobgpClusterTests : IDisposable
{
    private const string Auth = """, "authSecretRef": "bgp" """;
    private const string Both =
        """{"nodeName": "n1", "conditions": {"ready": true}}, {"nodeName": "n2", "conditions": {}}""";

    private readonly GobgpLab _lab = new();

    [SkippableFact]
    public void A_session_with_a_password_carries_exactly_what_is_permitted_with_its_community()
    {
        var (gateway, cluster) = _lab.Start("neighbor nodes password first", peerConfig: Auth);
        cluster.Apply(Secret());
        cluster.Apply(Service("web"));
        cluster.Apply(Service("hidden", labels: """{"announce": "false"}"""));

        Await(cluster, established: 2);

        Assert.Equal(["172.29.52.101"], Addresses(Named(cluster, "Service", "hidden", "v1")));
        Poll.Until("both next hops", () => NextHops(gateway, Vip) == 2);
        var path = gateway.Vtysh($"show bgp ipv4 unicast {Vip}/32");
        Assert.Contains("Community: 64512:100", path);
        Assert.Contains("Origin IGP", path);
        var table = JsonNode.Parse(gateway.Vtysh("show bgp ipv4 unicast json"))!["routes"]!.AsObject();
        Assert.Equal([$"{Vip}/32"], table.Select(route => route.Key));
        Assert.Contains("gobgpd 3.", cluster.Description);
    }

    [SkippableFact]
    public void A_node_that_loses_its_last_ready_endpoint_takes_the_address_back()
    {
        var (gateway, cluster) = _lab.Start();
        cluster.Apply(Service("web", """, "externalTrafficPolicy": "Local" """));
        cluster.Apply(Slice("web", Both));
        Await(cluster, established: 2);
        Poll.Until("both next hops", () => NextHops(gateway, Vip) == 2);

        cluster.Apply(
            Slice("web", """{"nodeName": "n1", "conditions": {"ready": false}}, {"nodeName": "n2", "conditions": {}}""")
        );

        Poll.Until("one next hop", () => NextHops(gateway, Vip) == 1);
        Assert.Contains("172.29.51.12", gateway.Namespace.Ip("route", "show", Vip));
        cluster.Delete(Slice("web", ""));
        Poll.Until("no next hop", () => NextHops(gateway, Vip) == 0);
        Assert.Equal(2, Ups(gateway));
    }

    [SkippableFact]
    public void Each_of_two_routers_gets_what_its_own_peer_config_selects()
    {
        var (gateway, cluster) = _lab.Start(nodes: 1);
        cluster.Apply(Service("web"));
        Await(cluster, established: 1);
        var other = _lab.Add(
            new Gateway(
                new GatewayOptions(new Segment("eth0", "172.29.53.1/24"))
                {
                    Configuration = Open.Replace("172.29.51", "172.29.53", StringComparison.Ordinal),
                }
            )
        );
        var node = _lab.Hosts[0].Namespace;
        _ = new Link(node, "eth1", other.Namespace, "eth0");
        node.AddAddress("eth1", "172.29.53.11/24");
        cluster.Apply(PeerConfig("others"));
        var config = ClusterConfig();
        var peers = config["spec"]!["bgpInstances"]![0]!["peers"]!.AsArray();
        peers.Add(
            ClusterConfig(peerConfig: "others", router: "172.29.53.1")["spec"]!["bgpInstances"]![0]!["peers"]![
                0
            ]!.DeepClone()
        );
        cluster.Apply(config);
        Await(cluster, established: 2);
        Poll.Until("the route on both", () => NextHops(gateway, Vip) == 1 && NextHops(other, Vip) == 1);

        var silent = PeerConfig("others");
        silent["spec"]!["families"]![0]!["advertisements"]!["matchLabels"]!["advertise"] = "nothing";
        cluster.Apply(silent);

        Poll.Until("its end on one", () => NextHops(other, Vip) == 0);
        Poll.Until("the other one", () => NextHops(gateway, Vip) == 1);
        Assert.Equal((1, 1), (Ups(gateway), Ups(other)));
        cluster.Apply(PeerConfig("others"));
        Poll.Until("its return", () => NextHops(other, Vip) == 1);
        cluster.Delete(PeerConfig("others"));
        Assert.Equal("172.29.51.1", Assert.Single(cluster.Sessions).Peer);
        Poll.Until("the end of that session", () => NextHops(other, Vip) == 0);
        // What one of them loses, the others lose for a moment too.
        Poll.Until("the other one again", () => NextHops(gateway, Vip) == 1);
        Assert.Equal(1, Ups(gateway));
    }

    [SkippableFact]
    public void Both_families_of_a_Service_go_over_sessions_of_their_own()
    {
        var gateway = _lab.Gateway(
            """
            router bgp 64513
             bgp router-id 172.29.51.1
             no bgp ebgp-requires-policy
             neighbor nodes peer-group
             neighbor nodes remote-as external
             neighbor nodes6 peer-group
             neighbor nodes6 remote-as external
             bgp listen range 172.29.51.0/24 peer-group nodes
             bgp listen range fd47:25e1:2f96:51::/64 peer-group nodes6
             address-family ipv6 unicast
              neighbor nodes6 activate
            exit

            """
        );
        var cluster = _lab.Add(new GobgpCluster());
        _lab.Join(gateway, cluster, "n1", "172.29.51.11/24", "fd47:25e1:2f96:51::11/64");
        cluster.Apply(Pool("vips", """{"cidr": "172.29.52.100/32"}, {"cidr": "fd47:25e1:2f96:52::64/128"}"""));
        cluster.Apply(Advertisement());
        cluster.Apply(PeerConfig());
        cluster.Apply(PeerConfig("peers6", families: "\"ipv6\""));
        var config = ClusterConfig();
        config["spec"]!["bgpInstances"]![0]!["peers"]!
            .AsArray()
            .Add(
                Json("""{"name": "six", "peerAddress": "fd47:25e1:2f96:51::1", "peerConfigRef": {"name": "peers6"}}""")
            );
        cluster.Apply(config);
        cluster.Apply(Service("web", """, "ipFamilyPolicy": "PreferDualStack" """));

        var values = Values();
        values["ipv6"] = new JsonObject { ["enabled"] = true };
        cluster.Install(values);

        Await(cluster, established: 2);
        Poll.Until("IPv4", () => NextHops(gateway, Vip) == 1);
        Poll.Until("IPv6", () => gateway.Namespace.Ip("-6", "route", "show", "fd47:25e1:2f96:52::64").Contains("via"));
        cluster.Leave("n1");
        Poll.Until("the end of the route", () => NextHops(gateway, Vip) == 0);
        Assert.Empty(cluster.List("v1", "Node"));
    }

    [SkippableFact]
    public void Five_nodes_with_ten_addresses_each_follow_a_change_and_leave_no_process_behind()
    {
        var (gateway, cluster) = _lab.Start(nodes: 5);
        foreach (var i in Enumerable.Range(0, 10))
        {
            cluster.Apply(Service($"web{i}"));
        }

        Await(cluster, established: 5);
        Poll.Until("all routes", () => Enumerable.Range(100, 10).All(i => NextHops(gateway, $"172.29.52.{i}") == 5));

        cluster.Apply(Advertisement("\"64512:200\""));
        cluster.Delete(Service("web9"));

        Poll.Until("the end of a route", () => NextHops(gateway, "172.29.52.109") == 0);
        Assert.Equal(5, Ups(gateway));
        Assert.All(_lab.Hosts, host => Assert.NotEmpty(host.Namespace.Processes));
        cluster.Dispose();
        Assert.All(_lab.Hosts, host => Assert.Empty(host.Namespace.Processes));
    }

    public void Dispose() => _lab.Dispose();
}
