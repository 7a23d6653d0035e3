using System.Collections.Immutable;
using BgpLb.Cilium;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

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
        Inputs = Fields.Of(
            ("pools", Fields.Of(design.Pools.Select(pool => new Field(pool.Name, Describe(pool))))),
            // For the policies.
            ("usage", Whole(Fields.Of(design.Pools.SelectMany(UsageOf)))),
            ("demand", design.Objectives.Capacity is { } demanded ? Whole(DemandOf(demanded)) : null)
        );
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

    private static IEnumerable<Field> UsageOf(PoolDesign pool) =>
        pool is { InUse: null, GrowthPerMonth: null }
            ? []
            :
            [
                new(
                    pool.Name,
                    Fields.Of(("inUse", Number(pool.InUse)), ("growthPerMonth", Number(pool.GrowthPerMonth)))
                ),
            ];

    private static Fields DemandOf(CapacitySettings demanded) =>
        Fields.Of(("freePercent", Number(demanded.Free)), ("horizonMonths", Number(demanded.Horizon)));

    private static Number? Number(int? number) => number is { } known ? new(known) : null;

    /// <summary>Null instead of an object without fields.</summary>
    private static Fields? Whole(Fields fields) => fields.Entries.IsEmpty ? null : fields;
}
