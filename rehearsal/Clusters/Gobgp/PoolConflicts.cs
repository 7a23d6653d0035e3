using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Pools must not overlap: of two that do, the newer one gives out nothing.</summary>
internal static class PoolConflicts
{
    /// <summary>What is said of the pools that give way, by name.</summary>
    /// <param name="pools">The oldest first.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<AddressPool> pools)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < pools.Count; i++)
        {
            var older = pools.Take(i).Where(pool => !found.ContainsKey(pool.Name));
            var conflict =
                WithItself(pools[i])
                ?? older.Select(pool => Between(pools[i], pool)).FirstOrDefault(it => it is not null);
            if (conflict is not null)
            {
                found[pools[i].Name] = conflict;
            }
        }

        return found;
    }

    private static string? WithItself(AddressPool pool) =>
        (
            from i in Enumerable.Range(0, pool.Ranges.Length)
            from j in Enumerable.Range(0, pool.Ranges.Length)
            where i != j && pool.Ranges[i].Overlaps(pool.Ranges[j])
            select Message(pool.Ranges[i], pool.Ranges[j], pool)
        ).FirstOrDefault();

    private static string? Between(AddressPool newer, AddressPool older) =>
        (
            from one in newer.Ranges
            from other in older.Ranges
            where one.Overlaps(other)
            select Message(one, other, older)
        ).FirstOrDefault();

    private static string Message(AddressRange one, AddressRange other, AddressPool owner) =>
        $"Pool conflicts since range '{Text(one)}' overlaps range '{Text(other)}' from IP Pool '{owner.Name}'";

    private static string Text(AddressRange range) => $"{range.First} - {range.Last}";
}
