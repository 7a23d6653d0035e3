using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>
/// In each family every Service is served by one pool at most: LB-IPAM knows no priority among pools that match.
/// </summary>
internal static class PoolChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        for (var i = 0; i < settings.Pools.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (later, earlier) = (settings.Pools[i], settings.Pools[j]);
                if (!problems.Touch($"pools[{i}]", $"pools[{j}]") && later.SharesFamilyWith(earlier))
                {
                    Compare(later, earlier, i, j, problems);
                }
            }
        }
    }

    private static void Compare(PoolSettings later, PoolSettings earlier, int i, int j, Problems problems)
    {
        if (later.IsGeneral && earlier.IsGeneral)
        {
            problems.Add(
                $"pools[{i}].general",
                $"true, as in pools[{j}] ({earlier.Name})",
                "one general pool per family; a pool may have several ranges under addresses"
            );
        }

        if (later.Request.Length > 0 && later.Request == earlier.Request)
        {
            problems.Add(
                $"pools[{i}].request",
                $"\"{later.Request}\", as in pools[{j}] ({earlier.Name})",
                "a value that no other pool of the family has"
            );
        }

        CheckGeneral(later, earlier, i, problems);
        CheckGeneral(earlier, later, j, problems);
        foreach (var name in later.Namespaces.Intersect(earlier.Namespaces, StringComparer.Ordinal))
        {
            problems.Add(
                $"pools[{i}].namespaces",
                $"\"{name}\", as in pools[{j}] ({earlier.Name})",
                "namespaces that no other pool of the family serves"
            );
        }
    }

    /// <summary>A pool has one selector for all of its families: what it leaves to another pool it leaves in each.</summary>
    private static void CheckGeneral(PoolSettings pool, PoolSettings other, int i, Problems problems)
    {
        if (pool.IsGeneral && !other.Namespaces.IsEmpty && !other.HasFamiliesOf(pool))
        {
            problems.Add(
                $"pools[{i}].addresses",
                $"IPv4 and IPv6, while {other.Name} serves its namespaces in one of them only",
                "one general pool per family, or Services there would get no address of the other"
            );
        }
    }
}
