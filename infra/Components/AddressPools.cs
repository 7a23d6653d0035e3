using System.Collections.Immutable;
using BgpLb.Cilium;
using BgpLb.Design;
using BgpLb.Graph;

namespace BgpLb.Components;

/// <summary>The pools that LB-IPAM gives addresses from.</summary>
public sealed class AddressPools : ComponentResource
{
    internal AddressPools(
        LoadBalancer parent,
        LoadBalancerDesign design,
        KubernetesCluster cluster,
        ImmutableArray<Resource> after
    )
        : base(parent, "bgplb:index:AddressPools", "address-pools")
    {
        Purpose = "the pools that Services get their addresses from";
        Inputs = Fields.Of(("pools", Fields.Of(design.Pools.Select(pool => new Field(pool.Name, Describe(pool))))));
        foreach (var pool in design.Pools)
        {
            _ = cluster.Object(
                this,
                PoolObjects.Pool(pool),
                cluster.Options(after, design.Protect),
                $"{pool.Capacity} addresses for {pool.Serves}"
            );
        }
    }

    private static string Describe(PoolDesign pool) =>
        $"{string.Join(", ", pool.Ranges)}: {pool.Capacity} addresses for {pool.Serves}";
}
