using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>The other stacks of the project keep clear of this one.</summary>
internal static class NeighbourChecks
{
    /// <param name="other">Another stack's settings, which may themselves be wrong; <paramref name="wrong"/> says where.</param>
    public static void Check(StackSettings mine, string name, StackSettings other, Problems wrong, Problems problems)
    {
        // Pod and cluster IPs stay inside their cluster, so that two clusters may use the same; nodes do not.
        NetworkUse[] theirs =
        [
            .. other.VipSubnets.Select((subnet, j) => new NetworkUse(subnet, $"vipSubnets[{j}]", "VIPs")),
            .. NetworkChecks.OfNodes(other),
        ];
        for (var i = 0; i < mine.VipSubnets.Length; i++)
        {
            var path = $"vipSubnets[{i}]";
            foreach (var network in theirs.Where(network => mine.VipSubnets[i].Overlaps(network.Network)))
            {
                if (!problems.Touch(path) && !wrong.Touch(network.Path))
                {
                    problems.Add(
                        path,
                        $"{mine.VipSubnets[i]}, which overlaps {network.Network} of stack {name} "
                            + $"({network.Use}, {network.Path})",
                        "a network that no other stack has"
                    );
                }
            }
        }

        SharedRouterChecks.Check(mine, name, other, wrong, problems);
    }
}
