using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Clusters.Gobgp;
using static BgpLb.Tests.Rehearsal.Clusters.Manifests;

namespace BgpLb.Tests.Rehearsal.Clusters;

public class NodeSelectionTests
{
    private static readonly Dictionary<string, string> Nobody = [];

    private readonly JsonObject[] _nodes =
    [
        Json("""{"kind": "Node", "metadata": {"name": "n1", "labels": {"rack": "a"}}}"""),
        Json("""{"kind": "Node", "metadata": {"name": "n2"}}"""),
    ];

    [Fact]
    public void A_node_stays_with_the_config_that_has_it_as_long_as_that_selects_it()
    {
        var (all, some) = (ClusterConfig("all"), ClusterConfig("some", selector: """{"matchLabels": {"rack": "a"}}"""));
        all["spec"]!.AsObject().Remove("nodeSelector");

        var first = NodeSelection.Of([some, all], _nodes, Nobody);

        Assert.Equal("some all", $"{first["n1"]} {first["n2"]}");
        Assert.Equal("some", NodeSelection.Of([all, some], _nodes, first)["n1"]);
        Assert.Equal("all", NodeSelection.Of([all], _nodes, first)["n1"]);
        Assert.Equal(["n1"], NodeSelection.Of([some], _nodes, first).Keys);
    }

    [Fact]
    public void Configs_say_whom_they_conflict_with_and_what_they_miss()
    {
        JsonObject[] configs =
        [
            ClusterConfig("zz", peerConfig: "nope"),
            ClusterConfig("aa", peerConfig: "there"),
            ClusterConfig("none", selector: """{"matchLabels": {"rack": "b"}}""", peerConfig: "there"),
        ];
        var chosen = NodeSelection.Of(configs, _nodes, Nobody);

        NodeSelection.Report(configs, _nodes, chosen, [PeerConfig("there")], DateTimeOffset.UnixEpoch);

        Assert.Equal(
            [
                "False MatchingNodeSelected",
                "False MatchingNodeSelected",
                "True MatchingNodeUnavailable No node matches spec.nodeSelector",
            ],
            configs.Select(config => Condition(config, "cilium.io/NoMatchingNode"))
        );
        Assert.Equal(
            [
                "True PeerConfigsMissing Referenced CiliumBGPPeerConfig(s) are missing: [nope]",
                "False PeerConfigsResolved",
                "False PeerConfigsResolved",
            ],
            configs.Select(config => Condition(config, "cilium.io/MissingPeerConfigs"))
        );
        Assert.Equal(
            [
                "False ClusterConfigValidated",
                "True ClusterConfigConflict Selecting the same node(s) with ClusterConfig(s): [zz]",
                "False ClusterConfigValidated",
            ],
            configs.Select(config => Condition(config, "cilium.io/ConflictingClusterConfig"))
        );
    }

    [Fact]
    public void The_time_of_a_condition_moves_only_with_its_status()
    {
        var config = ClusterConfig();
        Report(0, _nodes);
        Report(1, _nodes);
        Assert.Equal("1970-01-01T00:00:00Z", Since());
        Report(2, []);
        Assert.Equal("1970-01-01T00:00:02Z", Since());

        void Report(int second, JsonObject[] nodes) =>
            NodeSelection.Report(
                [config],
                nodes,
                NodeSelection.Of([config], nodes, Nobody),
                [],
                DateTimeOffset.FromUnixTimeSeconds(second)
            );

        string Since() => config["status"]!["conditions"]![0]!["lastTransitionTime"]!.ToString();
    }
}
