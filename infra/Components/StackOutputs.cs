using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings.Reading;

namespace BgpLb.Components;

/// <summary>What <c>pulumi stack output</c> shows, and what the next stack may ask for.</summary>
internal static class StackOutputs
{
    public static Fields Of(LoadBalancerDesign design, string digest) =>
        Fields.Of(
            ("pools", new Fields([.. design.Pools.Select(pool => Entry(pool.Name, Pool(pool)))])),
            ("peerings", Items.Of(design.Peerings.SelectMany(peering => Peers(design, peering)))),
            ("failover", new Fields([.. design.Budget.Select(line => Entry(Kinds.Written(line.Fault), Budget(line)))])),
            ("digest", digest),
            (
                "versions",
                Fields.Of(
                    ("cilium", design.Release.Version.ToString()),
                    ("routers", new Fields([.. design.Routers.Select(router => Entry(router.Name, Dialect(router)))])),
                    ("features", Features(design)),
                    ("kubernetesProvider", Packages.Kubernetes),
                    ("commandProvider", Packages.Command),
                    ("randomProvider", Packages.Random)
                )
            )
        );

    /// <summary>What the next stack may run, too.</summary>
    private static Fields Features(LoadBalancerDesign design) =>
        Fields.Of(
            ("routingMode", design.Release.Values["routingMode"]),
            ("loadBalancerMode", (design.Release.Values["loadBalancer"] as Fields)?["mode"]),
            ("gracefulRestart", design.Session.RestartTime is not null),
            ("passwordSource", Kinds.Written(design.Session.Password.Source)),
            (
                "families",
                Items.Of(
                    design.Session.Families.Select(family => (Value)(family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6"))
                )
            )
        );

    private static Fields Pool(PoolDesign pool) =>
        Fields.Of(
            ("addresses", Items.Of(pool.Ranges.Select(range => (Value)range.ToString()))),
            ("capacity", (double)pool.Capacity),
            ("serves", pool.Serves)
        );

    private static IEnumerable<Value> Peers(LoadBalancerDesign design, PeeringDesign peering) =>
        peering.Peers.Select(peer =>
            Fields.Of(
                ("nodeGroup", peering.NodeGroup),
                ("nodes", peering.Nodes),
                ("nodeAsn", design.Cluster.Asn),
                ("router", peer.Router),
                ("routerAddress", peer.Address.ToString()),
                ("routerAsn", peer.Asn),
                ("family", peer.Family.ToString())
            )
        );

    private static Fields Budget(FaultBudget line) =>
        Fields.Of(
            ("worstCaseSeconds", line.WorstCase.TotalSeconds),
            ("promisedSeconds", line.Promise is { } promise ? new Number(promise.TotalSeconds) : null)
        );

    private static string Dialect(RouterDesign router) =>
        string.Join(' ', Kinds.Written(router.Dialect), router.Version).TrimEnd();

    private static Field Entry(string name, Value value) => new(name, value);
}
