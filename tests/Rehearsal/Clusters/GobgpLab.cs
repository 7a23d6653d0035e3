using BgpLb.Rehearsal;
using BgpLb.Rehearsal.Clusters;
using BgpLb.Rehearsal.Clusters.Gobgp;
using BgpLb.Tests.Routers.Support;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

/// <summary>A cluster of gobgpds before a real router.</summary>
internal sealed class GobgpLab : IDisposable
{
    public const string Vip = "172.29.52.100";

    /// <summary>A router that takes everything in.</summary>
    public const string Open = """
        router bgp 64513
         bgp router-id 172.29.51.1
         no bgp ebgp-requires-policy
         bgp log-neighbor-changes
         bgp bestpath as-path multipath-relax
         no bgp graceful-restart notification
         neighbor nodes peer-group
         neighbor nodes remote-as external
         neighbor nodes graceful-restart-helper
         bgp listen range 172.29.51.0/24 peer-group nodes
        exit

        """;

    private readonly Lab _lab = new();

    public List<Host> Hosts { get; } = [];

    public T Add<T>(T part)
        where T : IDisposable => _lab.Add(part);

    public Gateway Gateway(string configuration) => _lab.Gateway(configuration);

    public void Dispose() => _lab.Dispose();

    /// <summary>Two nodes, with everything but Services applied.</summary>
    public (Gateway Gateway, GobgpCluster Cluster) Start(
        string router = "",
        string peerConfig = "",
        int nodes = 2,
        string pool = "\"start\": \"172.29.52.100\", \"stop\": \"172.29.52.200\""
    )
    {
        var gateway = Gateway($"{Open}router bgp 64513\n {router}\nexit\n");
        var cluster = _lab.Add(new GobgpCluster());
        cluster.Apply(Pool("vips", $"{{{pool}}}"));
        cluster.Apply(PeerConfig(more: peerConfig));
        cluster.Apply(Advertisement());
        cluster.Apply(ClusterConfig());
        for (var i = 1; i <= nodes; i++)
        {
            Join(gateway, cluster, $"n{i}", $"172.29.51.{10 + i}/24");
        }

        cluster.Install(Values());
        return (gateway, cluster);
    }

    public void Join(Gateway gateway, GobgpCluster cluster, string name, params string[] addresses)
    {
        var host = _lab.Add(gateway.Attach(segment: null, addresses));
        Hosts.Add(host);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        cluster.Join(new(name, [.. addresses.Select(address => address.Split('/')[0])], labels, host.Namespace));
    }

    public static void Await(GobgpCluster cluster, int established) =>
        Poll.Until($"{established} sessions", () => Established(cluster) == established);

    public static int Established(GobgpCluster cluster) => cluster.Sessions.Count(session => session.IsEstablished);

    /// <summary>How many sessions have come up on a router so far.</summary>
    public static int Ups(Gateway gateway) => gateway.Log.Split(" Up").Length - 1;

    public static int NextHops(Gateway gateway, string vip) =>
        gateway.Namespace.Ip("route", "show", vip).Split("via ").Length - 1;
}
