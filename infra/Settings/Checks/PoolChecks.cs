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

        foreach (var name in later.Namespaces.Intersect(earlier.Namespaces, StringComparer.Ordinal))
        {
            problems.Add(
                $"pools[{i}].namespaces",
                $"\"{name}\", as in pools[{j}] ({earlier.Name})",
                "namespaces that no other pool of the family serves"
            );
        }
    }
}
