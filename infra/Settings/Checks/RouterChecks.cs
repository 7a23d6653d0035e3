using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Every router can be dialled by every node group.</summary>
internal static class RouterChecks
{
    public static void Check(StackSettings settings, Problems problems)
    {
        for (var i = 0; i < settings.Routers.Length; i++)
        {
            var router = settings.Routers[i];
            var path = $"routers[{i}]";
            if (router.RouterId.Family == IpFamily.IPv6 && !problems.Touch($"{path}.routerId"))
            {
                problems.Add($"{path}.routerId", $"{router.RouterId}", "an identifier in IPv4 notation");
            }

            if (router.Addresses.IsEmpty && settings.Routers.Length > 1 && !problems.Touch($"{path}.addresses"))
            {
                problems.Add(
                    $"{path}.addresses",
                    "nothing",
                    "the router's own address in each node group's subnets, as there are several routers"
                );
            }

            CheckReach(settings, router, path, problems);
        }
    }

    private static void CheckReach(StackSettings settings, RouterSettings router, string path, Problems problems)
    {
        if (router.Addresses.IsEmpty || problems.Touch($"{path}.addresses", "cluster.nodeGroups"))
        {
            return;
        }

        foreach (var subnet in settings.Cluster.NodeGroups.SelectMany(group => group.Subnets))
        {
            if (router.Addresses.Count(subnet.Contains) is var count and not 1)
            {
                problems.Add($"{path}.addresses", $"{count} addresses within {subnet}", "exactly one per subnet");
            }
        }
    }
}
