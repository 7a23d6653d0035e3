using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>
/// The whole truth about one stack: every derived fact of both ends, decided once. Nothing after it computes a network
/// fact again. Immutable and without secrets.
/// </summary>
/// <param name="Objectives">What is promised, for the policies to judge.</param>
/// <param name="Promotion">Which stack comes before this one.</param>
/// <param name="AdoptedObjects">Existing objects to take over, as <c>Kind/name</c>.</param>
/// <param name="Budget">One line per fault, always all of them, in the order of <see cref="Fault"/>.</param>
public sealed record LoadBalancerDesign(
    string Project,
    string Stack,
    ClusterDesign Cluster,
    ReleaseDesign Release,
    ImmutableArray<VipSubnetDesign> VipSubnets,
    ImmutableArray<PoolDesign> Pools,
    SessionDesign Session,
    ImmutableArray<RouterDesign> Routers,
    ImmutableArray<PeeringDesign> Peerings,
    ImmutableArray<FaultBudget> Budget,
    ObjectiveSettings Objectives,
    PromotionSettings Promotion,
    ImmutableArray<string> AdoptedObjects,
    bool Protect
);

/// <param name="KubeContext">Empty for the kubeconfig's current one.</param>
/// <param name="Pods">The pods' networks.</param>
/// <param name="Services">The networks of cluster IPs.</param>
public sealed record ClusterDesign(
    string Name,
    Distribution Distribution,
    uint Asn,
    string KubeContext,
    ImmutableArray<Prefix> Pods,
    ImmutableArray<Prefix> Services
);

/// <param name="Pools">The names of the pools within it.</param>
/// <param name="Capacity">How many addresses these pools have in it.</param>
public sealed record VipSubnetDesign(Prefix Prefix, ImmutableArray<string> Pools, long Capacity);
