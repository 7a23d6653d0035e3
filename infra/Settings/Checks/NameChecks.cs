using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>No two pools, groups, routers or nodes share a name.</summary>
internal static class NameChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        Unique([.. settings.Pools.Select((pool, i) => new Located<string>(pool.Name, $"pools[{i}].name"))], problems);
        Unique(
            [.. settings.Routers.Select((router, i) => new Located<string>(router.Name, $"routers[{i}].name"))],
            problems
        );
        var groups = settings.Cluster.NodeGroups;
        Unique(
            [.. groups.Select((group, i) => new Located<string>(group.Name, $"cluster.nodeGroups[{i}].name"))],
            problems
        );
        Unique(
            [
                .. groups.SelectMany(
                    (group, i) =>
                        group.Nodes.Select(
                            (n, j) => new Located<string>(n.Name, $"cluster.nodeGroups[{i}].nodes[{j}].name")
                        )
                ),
            ],
            problems
        );
    }

    private static void Unique(Located<string>[] named, Problems problems)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path) in named)
        {
            if (!problems.Touch(path) && !seen.TryAdd(name, path))
            {
                problems.Add(path, $"\"{name}\", as in {seen[name]}", "a name of its own");
            }
        }
    }
}
