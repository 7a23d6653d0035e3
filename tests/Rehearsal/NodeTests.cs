using BgpLb.Rehearsal;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Rehearsal;

/// <summary>Nodes fail and change as those of a cluster do.</summary>
[Trait("Needs", "Programs")]
public sealed class NodeTests : IDisposable
{
    private const string Password = "first";

    /// <summary>A router that takes everything in.</summary>
    private const string Open = """
        router bgp 64513
         bgp router-id 172.29.51.1
         bgp log-neighbor-changes
         no bgp ebgp-requires-policy
         no bgp graceful-restart notification
         neighbor nodes peer-group
         neighbor nodes remote-as external
         neighbor nodes password first
         neighbor nodes graceful-restart-helper
         bgp listen range 172.29.51.0/24 peer-group nodes
        exit

        """;

    private static readonly SpeakerOptions Quick = new(64512, "172.29.51.11", new SpeakerPeer(Lab.Address, 64513))
    {
        Password = Password,
        HoldTime = 3,
        KeepAliveTime = 1,
        ConnectRetryTime = 1,
    };

    private readonly Lab _lab = new();

    [SkippableFact]
    public void What_a_node_announces_can_be_reached_and_taken_back()
    {
        var (gateway, node) = Start(Quick);
        node.Announce("172.29.52.100", "64512:100", "64512:200", "64512:1:2");
        node.AnnouncePrefix("8.8.8.0/24");

        var route = Await(gateway, "172.29.52.100/32", isThere: true);

        Assert.Contains("172.29.51.11", route);
        Await(gateway, "8.8.8.0/24", isThere: true);
        var path = gateway.Vtysh("show bgp ipv4 unicast 172.29.52.100/32");
        Assert.Contains("Community: 64512:100 64512:200", path);
        Assert.Contains("Large Community: 64512:1:2", path);
        var client = _lab.Add(gateway.Attach(segment: null, "172.29.51.250/24"));
        // Nothing listens there, so the node itself answers.
        var answer = client.Namespace.Run("", "bash", "-c", "timeout 5 bash -c '</dev/tcp/172.29.52.100/9'");
        Assert.Contains("Connection refused", answer.Errors);
        node.Withdraw("172.29.52.100");
        Await(gateway, "172.29.52.100/32", isThere: false);
    }

    [SkippableFact]
    public void A_cut_link_is_silent_until_the_hold_time_ends_it()
    {
        var (gateway, node) = Start(Quick);
        node.Announce("172.29.52.100");
        Await(gateway, "172.29.52.100/32", isThere: true);

        node.Link.Cut();

        Assert.Contains("LOWER_UP", node.Namespace.Ip("link", "show", "eth0"));
        Await(gateway, "172.29.52.100/32", isThere: false);
        Assert.Contains("Hold Timer Expired", gateway.Log);
        node.Link.Mend();
        Await(gateway, "172.29.52.100/32", isThere: true);
    }

    [SkippableFact]
    public void A_killed_speaker_keeps_its_routes_only_when_it_asked_for_that()
    {
        var (gateway, node) = Start(Quick with { RestartTime = 60 });
        node.Announce("172.29.52.100");
        Await(gateway, "172.29.52.100/32", isThere: true);

        node.Kill();

        Poll.Until("the end of the session", () => !gateway.Vtysh("show bgp neighbors").Contains("Established"));
        Await(gateway, "172.29.52.100/32", isThere: true);
        node.Restart(Quick);
        Poll.Until("a new session", () => node.IsEstablished);
        node.Kill();
        Await(gateway, "172.29.52.100/32", isThere: false);
    }

    [SkippableFact]
    public void Another_password_or_AS_number_makes_another_session()
    {
        var (gateway, node) = Start(Quick);
        gateway.Enter("router bgp 64513\n neighbor nodes password second\nexit\n");
        Poll.Until("the end of the session", () => !gateway.Vtysh("show bgp neighbors").Contains("Established"));
        node.Restart(Quick with { Password = "second" });
        Poll.Until("a session with the new password", () => node.IsEstablished);
        node.Restart(node.Options with { Asn = 65099 });

        Poll.Until("a session with the new AS number", () => gateway.Vtysh("show bgp summary").Contains(" 65099 "));
        node.Stop();
        Assert.Empty(node.Sessions);
    }

    public void Dispose() => _lab.Dispose();

    private (Gateway Gateway, Node Node) Start(SpeakerOptions options)
    {
        var gateway = _lab.Gateway(Open);
        var node = _lab.Add(new Node(gateway, segment: null, ["172.29.51.11/24"], options));
        Poll.Until("a session", () => node.IsEstablished);
        return (gateway, node);
    }

    private static string Await(Gateway gateway, string prefix, bool isThere) =>
        Poll.Read($"{prefix}: {isThere}", () => Route(gateway, prefix), route => (route.Length > 0) == isThere);

    private static string Route(Gateway gateway, string prefix) => gateway.Namespace.Ip("route", "show", prefix);
}
