using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Impact;

/// <summary>A node group's session with a router, and all that it is made of on both ends.</summary>
/// <param name="Config">The name of its CiliumBGPClusterConfig.</param>
/// <param name="Peer">The peer's name there, with its instance's.</param>
/// <param name="Address">What the nodes dial.</param>
internal sealed record PlannedSession(
    string Config,
    string Peer,
    string Address,
    NodeGroup Nodes,
    ImmutableArray<SessionTrait> Traits
)
{
    private const string OneGroup = "Change one node group per update, so that the others carry the traffic meanwhile.";

    public static IEnumerable<PlannedSession> Of(StackView stack)
    {
        var groups = NodeGroup.In(stack);
        var configs = stack
            .OfKind("CiliumBGPPeerConfig")
            .GroupBy(config => config.ObjectName, StringComparer.Ordinal)
            .ToDictionary(named => named.Key, named => named.First(), StringComparer.Ordinal);
        var routers = RouterTraits.ByAddress(stack);
        ImmutableArray<SessionTrait> password = [.. PasswordOf(stack)];
        return from cluster in stack.OfKind("CiliumBGPClusterConfig")
            let nodes = groups(cluster.ObjectName)
            from instance in cluster["spec"]["bgpInstances"].Elements
            from peer in instance["peers"].Elements
            let address = peer["peerAddress"].Text ?? ""
            let config = configs.GetValueOrDefault(peer["peerConfigRef"]["name"].Text ?? "")
            select new PlannedSession(
                cluster.ObjectName,
                $"{instance["name"].Text}/{peer["name"].Text}",
                address,
                nodes,
                [
                    .. OfCluster(cluster, instance, peer),
                    .. config is null ? [] : OfConfig(config),
                    .. config?["spec"]["authSecretRef"].Exists == true ? password : [],
                    .. routers.TryGetValue(address, out var router) ? RouterTraits.Of(router, nodes) : [],
                ]
            );
    }

    private static IEnumerable<SessionTrait> OfCluster(StackResource cluster, Property instance, Property peer)
    {
        var selector = cluster["spec"]["nodeSelector"];
        yield return new("node selector", selector, Canonical.Of(selector), seconds: null, OneGroup);
        yield return Scalar("nodes' AS number", instance["localASN"], "");
        yield return Scalar("local port", instance["localPort"], "");
        yield return Scalar("router's address", peer["peerAddress"], "") with
        {
            Gentler = OneGroup,
        };
        yield return Scalar("router's AS number", peer["peerASN"], "0");
        yield return Scalar("peer config", peer["peerConfigRef"]["name"], "") with
        {
            Gentler = OneGroup,
        };
    }

    private static IEnumerable<SessionTrait> OfConfig(StackResource config)
    {
        var spec = config["spec"];
        var (timers, restart) = (spec["timers"], spec["gracefulRestart"]);
        yield return SessionTrait.Vital("peer config itself", config);
        yield return new(
            "timers",
            timers,
            $"{timers["holdTimeSeconds"].Number ?? 90} {timers["keepAliveTimeSeconds"].Number ?? 30} "
                + $"{timers["connectRetryTimeSeconds"].Number ?? 120}",
            Costs.Timers
        );
        yield return new(
            "graceful restart time",
            restart,
            restart["enabled"].Flag == true ? $"{restart["restartTimeSeconds"].Number ?? 120}" : "off"
        );
        // What a family's advertisements are does not touch the session.
        yield return new(
            "families",
            spec["families"],
            string.Join(' ', spec["families"].Elements.Select(family => $"{family["afi"].Text}-{family["safi"].Text}"))
        );
        yield return Scalar("password's secret", spec["authSecretRef"], "");
        yield return Scalar("number of hops", spec["ebgpMultihop"], "1");
        yield return Scalar("router's port", spec["transport"]["peerPort"], "179");
        yield return Scalar("source interface", spec["transport"]["sourceInterface"], "");
    }

    /// <summary>Not the password itself: whoever changes it changes its version, or how it is made or fetched.</summary>
    private static IEnumerable<SessionTrait> PasswordOf(StackView stack)
    {
        foreach (var password in stack.OfType("bgplb:index:BgpPassword"))
        {
            yield return new("password", password["version"], Canonical.Of(password.Root));
        }

        foreach (var made in stack.OfType("random:index/randomPassword:RandomPassword"))
        {
            yield return new("length of the password", made["length"], $"{made["length"].Number}");
        }

        foreach (var fetched in stack.OfKind("ExternalSecret"))
        {
            yield return new("place of the password", fetched["spec"], Canonical.Of(fetched["spec"]["data"]));
        }
    }

    private static SessionTrait Scalar(string name, Property at, string @default) =>
        new(
            name,
            at,
            at.Text
                ?? $"{at.Number}" switch
                {
                    "" => @default,
                    var number => number,
                }
        );
}
