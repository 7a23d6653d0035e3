using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>
/// Selectors that exclude each other by construction: a Service with the pool label belongs to the pool that has this
/// request; without the label to the pool of its namespace; else to the general one.
/// </summary>
internal static class Pooling
{
    public static ImmutableArray<PoolDesign> Design(ImmutableArray<PoolSettings> pools) =>
        [
            .. pools.Select(pool => new PoolDesign(
                pool.Name,
                pool.Addresses,
                Capacity.Of(pool.Addresses),
                SelectorOf(pool, pools),
                ServesOf(pool),
                pool.InUse,
                pool.GrowthPerMonth
            )),
        ];

    private static ImmutableArray<LabelRequirement> SelectorOf(PoolSettings pool, ImmutableArray<PoolSettings> all)
    {
        if (pool.Request.Length > 0)
        {
            return [new(Labels.Pool, "In", pool.Request)];
        }

        // Only what another pool of the family serves is left to it: a Service may ask for a pool in one family and
        // still want an address of the other.
        PoolSettings[] others = [.. all.Where(other => other.SharesFamilyWith(pool))];
        LabelRequirement[] unlabelled = others.Any(other => other.Request.Length > 0)
            ? [new(Labels.Pool, "DoesNotExist")]
            : [];
        if (!pool.IsGeneral)
        {
            return [.. unlabelled, new(Labels.ServiceNamespace, "In", Sorted(pool.Namespaces))];
        }

        var taken = Sorted(others.SelectMany(other => other.Namespaces));
        return taken.IsEmpty ? [.. unlabelled] : [.. unlabelled, new(Labels.ServiceNamespace, "NotIn", taken)];
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string ServesOf(PoolSettings pool) =>
        pool.IsGeneral ? "every other Service"
        : pool.Request.Length > 0 ? $"Services labelled {Labels.Pool}: {pool.Request}"
        : $"Services in {string.Join(", ", Sorted(pool.Namespaces))}";
}
