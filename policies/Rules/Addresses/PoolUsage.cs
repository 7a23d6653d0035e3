using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>How full a pool is.</summary>
/// <param name="Capacity">How many addresses it has.</param>
/// <param name="InUse">How many are given out: as the cluster says, else as the settings do; null where nobody does.</param>
/// <param name="Growth">How many more are given out each month; null where nobody says.</param>
internal sealed record PoolUsage(StackResource Pool, double Capacity, double? InUse, double? Growth)
{
    public static IEnumerable<PoolUsage> Of(StackView stack)
    {
        var written = stack
            .OfType("bgplb:index:AddressPools")
            .SelectMany(pools => pools["usage"].Entries)
            .GroupBy(pool => pool.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
        foreach (var pool in stack.OfKind(PoolBlock.Kind))
        {
            var usage = written.GetValueOrDefault(pool.ObjectName);
            yield return new(
                pool,
                CapacityOf(pool),
                Reported(pool) ?? usage?["inUse"].Number,
                usage?["growthPerMonth"].Number
            );
        }
    }

    /// <summary>What is asked of all pools; null for nothing.</summary>
    /// <param name="what">The name in the component's inputs.</param>
    public static double? Demanded(StackView stack, string what) =>
        stack.OfType("bgplb:index:AddressPools").Select(pools => pools["demand"][what].Number).Max();

    /// <summary>What LB-IPAM has counted, where the provider has read it.</summary>
    private static double? Reported(StackResource pool) =>
        new Property(pool, "", pool.Outputs, IsSecret: false)["status"]
            ["conditions"]
            .Elements.Where(condition => condition["type"].Text == "cilium.io/IPsUsed")
            .Select(condition => condition["message"].Number)
            .FirstOrDefault();

    private static double CapacityOf(StackResource pool)
    {
        var capacity = (double)Addressing.Capacity.Of(PoolBlock.Of(pool).Select(block => block.Range));
        // Of a network the first and last address stay unused, of a range they do not.
        return pool["spec"]["allowFirstLastIPs"].Text == "No"
            ? capacity - (2 * PoolBlock.Of(pool).Count(block => block.At["cidr"].Exists && block.Range.Count > 2))
            : capacity;
    }
}
