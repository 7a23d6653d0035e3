using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Settings.Reading;

namespace BgpLb.Components;

/// <summary>
/// The whole load balancer. The order of its parts is the transaction: password and release, what the routers need for
/// old and new, the cluster, and then the routers' word that the sessions stand.
/// </summary>
public sealed class LoadBalancer : ComponentResource
{
    internal LoadBalancer(
        ResourceGraph graph,
        LoadBalancerDesign design,
        SecretSettings secrets,
        StackReference? earlier,
        ProgramStart start
    )
        : base(graph, "bgplb:index:LoadBalancer", design.Cluster.Name)
    {
        Purpose = $"load-balancer addresses for {design.Cluster.Name}, announced by BGP";
        Inputs = Fields.Of(
            ("capacity", Fields.Of(design.Pools.Select(pool => Pair(pool.Name, $"{pool.Capacity} addresses")))),
            ("failover", Fields.Of(design.Budget.Select(line => Pair(Kinds.Written(line.Fault), Describe(line))))),
            // For the policies: what no other resource says.
            ("promises", Fields.Of(design.Budget.Where(line => line.Promise is not null).Select(Promise))),
            ("pods", Texts(design.Cluster.Pods)),
            ("services", Texts(design.Cluster.Services)),
            ("impact", design.Objectives.Impact is { } allowed ? Limits(allowed) : null),
            ("promotion", PromotionOf(design.Promotion, earlier))
        );
        foreach (var subnet in design.VipSubnets)
        {
            _ = new VipSubnet(this, subnet);
        }

        var cluster = new KubernetesCluster(this, design, secrets.Kubeconfig);
        var password = new BgpPassword(this, design.Session, secrets.BgpPassword);
        var release = new CiliumRelease(this, design.Release, cluster, design.Protect);
        ImmutableArray<Resource> changes =
        [
            .. design.Routers.Select(router => new RouterChange(
                this,
                router,
                design.Peerings.SelectMany(peering => peering.Peers).Where(peer => peer.Router == router.Name),
                password.Value,
                secrets,
                [release],
                design.Protect,
                start
            )),
        ];
        var pools = new AddressPools(this, design, cluster, changes);
        var peering = new BgpPeering(this, design, cluster, password.Value, changes);
        var digest = Digest.Of([release, .. changes, pools, peering]);
        // A router that is gone for good cannot confirm.
        foreach (var router in design.Routers.Where(router => !router.Retain))
        {
            _ = new RouterConfirmation(this, router, password.Value, secrets, digest, [pools, peering], start);
        }

        Outputs = StackOutputs.Of(design, digest);
    }

    private static string Describe(FaultBudget line) =>
        line.Promise is { } promise
            ? $"{line.WorstCase.TotalSeconds} s at worst, {promise.TotalSeconds} s promised: {line.Because}"
            : $"{line.WorstCase.TotalSeconds} s at worst: {line.Because}";

    private static Field Promise(FaultBudget line) =>
        new(Kinds.Written(line.Fault), new Number(line.Promise!.Value.TotalSeconds));

    private static Fields Limits(ImpactSettings allowed) =>
        Fields.Of(
            ("nodesAtOnce", Number(allowed.NodesAtOnce)),
            ("seconds", Number(allowed.Seconds)),
            ("addresses", Number(allowed.Addresses))
        );

    /// <summary>Which stack comes before this one, and what it runs, as its own outputs say.</summary>
    private static Fields? PromotionOf(PromotionSettings promotion, StackReference? earlier) =>
        promotion.After.Length == 0
            ? null
            : Fields.Of(
                ("after", promotion.After),
                ("earlier", earlier is null ? null : new Output(earlier, "versions"))
            );

    private static Number? Number(double? number) => number is { } known ? new(known) : null;

    private static Items Texts(IEnumerable<Prefix> networks) =>
        Items.Of(networks.Select(network => (Value)network.ToString()));

    private static Field Pair(string key, string value) => new(key, value);
}
