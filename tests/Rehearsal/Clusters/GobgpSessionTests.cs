using System.Text.Json.Nodes;
using BgpLb.Rehearsal;
using static BgpLb.Tests.Rehearsal.Clusters.GobgpLab;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

/// <summary>What touches a session and what does not, on a real router.</summary>
[Trait("Needs", "Programs")]
public sealed class GobgpSessionTests : IDisposable
{
    private const string Auth = """, "authSecretRef": "bgp" """;
    private const string Restart = """, "gracefulRestart": {"enabled": true, "restartTimeSeconds": 60}""";

    private readonly GobgpLab _lab = new();

    [SkippableFact]
    public void Routes_and_communities_change_without_a_word_to_the_sessions_and_timers_end_them()
    {
        var (gateway, cluster) = _lab.Start(nodes: 1);
        cluster.Apply(Service("web"));
        Await(cluster, established: 1);
        Poll.Until("the route", () => NextHops(gateway, Vip) == 1);

        cluster.Apply(Advertisement("\"64512:200\""));
        Poll.Until(
            "the new community",
            () => gateway.Vtysh($"show bgp ipv4 unicast {Vip}/32").Contains("Community: 64512:200")
        );
        cluster.Apply(Pool("vips", "{\"cidr\": \"172.29.60.0/28\"}"));
        Poll.Until("the new address", () => NextHops(gateway, "172.29.60.0") == 1);
        Poll.Until("the end of the old one", () => NextHops(gateway, Vip) == 0);
        cluster.Apply(Service("web", labels: """{"announce": "false"}"""));
        Poll.Until("the end of the new one", () => NextHops(gateway, "172.29.60.0") == 0);
        Assert.Equal(1, Ups(gateway));
        Assert.Equal(1, Established(cluster));

        var slower = PeerConfig();
        slower["spec"]!["timers"]!["holdTimeSeconds"] = 12;
        cluster.Apply(slower);

        Assert.Equal(0, Established(cluster));
        Poll.Until("another session", () => Ups(gateway) == 2);
        Assert.Contains("Hold time is 12 seconds", gateway.Vtysh("show bgp neighbors").Replace("hold", "Hold"));
    }

    [SkippableFact]
    public void A_missing_secret_means_no_password_and_one_without_the_key_means_no_change()
    {
        var (gateway, cluster) = _lab.Start(nodes: 1, peerConfig: Auth);
        Await(cluster, established: 1);
        Assert.Equal("True AuthSecretMissing Referenced Auth Secret \"bgp\" is missing", Missing());

        cluster.Apply(Secret("{\"other\": \"first\"}"));
        Assert.Equal(1, Established(cluster));
        Assert.Equal("False AuthSecretValidated", Missing());
        cluster.Apply(Secret());

        Poll.Until("the end of the session", () => !gateway.Vtysh("show bgp neighbors").Contains("Established"));
        gateway.Enter("router bgp 64513\n neighbor nodes password first\nexit\n");
        Await(cluster, established: 1);

        string? Missing() => Condition(Named(cluster, "CiliumBGPPeerConfig", "peers"), "cilium.io/MissingAuthSecret");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void Routes_of_a_speaker_that_ends_stay_only_with_graceful_restart(bool isKilled)
    {
        var (gateway, cluster) = _lab.Start(nodes: 1, peerConfig: Restart);
        cluster.Apply(Service("web"));
        Await(cluster, established: 1);
        Poll.Until("the route", () => NextHops(gateway, Vip) == 1);

        End();

        Assert.Empty(cluster.Sessions);
        Poll.Until("the end of the session", () => !gateway.Vtysh("show bgp neighbors").Contains("Established"));
        Assert.Equal(1, NextHops(gateway, Vip));
        cluster.StartSpeaker("n1");
        Poll.Until(
            "another session, and the route all the time",
            () =>
            {
                Assert.Equal(1, NextHops(gateway, Vip));
                return Ups(gateway) == 2;
            }
        );
        Assert.Contains("R bit: True", gateway.Vtysh("show bgp neighbors"));
        Poll.Until("a fresh route", () => !gateway.Vtysh($"show bgp ipv4 unicast {Vip}/32").Contains("tale"));
        Assert.Equal(1, NextHops(gateway, Vip));

        cluster.Apply(PeerConfig());
        Poll.Until("a session without it", () => Ups(gateway) == 3 && NextHops(gateway, Vip) == 1);
        End();
        Poll.Until("the end of the route", () => NextHops(gateway, Vip) == 0);
        Assert.DoesNotContain("Hold Timer Expired", gateway.Log);

        void End()
        {
            if (isKilled)
            {
                cluster.KillSpeaker("n1");
            }
            else
            {
                cluster.StopSpeaker("n1");
            }
        }
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_speaker_ends_and_changes_in_good_order_when_nobody_answers(bool wasEstablished)
    {
        var (gateway, cluster) = _lab.Start(nodes: 1);
        cluster.Apply(Patient());
        if (wasEstablished)
        {
            Await(cluster, established: 1);
        }

        _lab.Hosts[0].Link.Cut();
        cluster.Apply(Patient(Restart));
        cluster.Apply(Patient());
        cluster.StopSpeaker("n1");

        Assert.DoesNotContain("Hold Timer Expired", gateway.Log);
        cluster.StartSpeaker("n1");
        _lab.Hosts[0].Link.Mend();
        // The router still has the old session, and would find out by its next keepalive.
        gateway.Vtysh("clear bgp *");
        Await(cluster, established: 1);

        // Whatever waits for somebody who does not answer waits until both ends' hold time is over.
        static JsonObject Patient(string more = "")
        {
            var config = PeerConfig(more: more);
            config["spec"]!["timers"]!["holdTimeSeconds"] = 45;
            return config;
        }
    }

    public void Dispose() => _lab.Dispose();
}
