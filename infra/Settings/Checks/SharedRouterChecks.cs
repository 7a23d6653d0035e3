using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Checks;

/// <summary>Two stacks on one router agree on what it is, and share neither its nodes nor their addresses.</summary>
internal static class SharedRouterChecks
{
    public static void Check(StackSettings mine, string name, StackSettings other, Problems wrong, Problems problems)
    {
        if (wrong.Touch("routers") || problems.Touch("routers"))
        {
            return;
        }

        var isShared = false;
        for (var i = 0; i < mine.Routers.Length; i++)
        {
            for (var j = 0; j < other.Routers.Length; j++)
            {
                if (IsSame(mine.Routers[i], other.Routers[j]))
                {
                    isShared = true;
                    CompareRouter(mine.Routers[i], $"routers[{i}]", other.Routers[j], $"stack {name}", problems);
                }
            }
        }

        if (isShared)
        {
            ComparePools(mine, name, other, wrong, problems);
            CompareNodes(mine, name, other, wrong, problems);
        }
    }

    /// <summary>A router ID is one router's, whatever it is called.</summary>
    private static bool IsSame(RouterSettings one, RouterSettings other) =>
        one.RouterId == other.RouterId
        || (
            one.Access.Target == other.Access.Target
            && (one.Access is not SshSettings ssh || other.Access is not SshSettings theirs || ssh.Port == theirs.Port)
        );

    private static void CompareRouter(
        RouterSettings mine,
        string path,
        RouterSettings theirs,
        string stack,
        Problems problems
    )
    {
        if (mine.Asn != theirs.Asn)
        {
            problems.Add($"{path}.asn", $"{mine.Asn}, but {theirs.Asn} in {stack}", "one AS number per router");
        }

        if (mine.Access is ApiSettings || theirs.Access is ApiSettings)
        {
            problems.Add(
                $"{path}.delivery",
                mine.Access is ApiSettings ? $"api, for a router of {stack} too" : $"ssh, but api in {stack}",
                "ssh in both: over the API a router has one document, and one stack owns all of it"
            );
        }

        if (mine.Firewall is { Rule: var rule } && rule == theirs.Firewall?.Rule)
        {
            problems.Add($"{path}.firewall.rule", $"{rule}, as in {stack} on the same router", "a number of its own");
        }

        if (mine.RouterId != theirs.RouterId)
        {
            problems.Add(
                $"{path}.routerId",
                $"{mine.RouterId}, but {theirs.RouterId} in {stack} for the same host",
                "one identifier per router"
            );
        }
    }

    private static void ComparePools(
        StackSettings mine,
        string name,
        StackSettings other,
        Problems wrong,
        Problems problems
    )
    {
        foreach (var (range, path) in AddressChecks.Ranges(mine))
        {
            foreach (var (theirs, at) in AddressChecks.Ranges(other))
            {
                if (!wrong.Touch(at) && !problems.Touch(path) && range.Overlaps(theirs))
                {
                    problems.Add(
                        path,
                        $"{range}, which overlaps {theirs} of stack {name} ({at}) on the same router",
                        "addresses that only one stack announces to a router"
                    );
                }
            }
        }
    }

    private static void CompareNodes(
        StackSettings mine,
        string name,
        StackSettings other,
        Problems wrong,
        Problems problems
    )
    {
        foreach (var nodes in NetworkChecks.OfNodes(mine))
        {
            foreach (var theirs in NetworkChecks.OfNodes(other).Where(use => use.Network.Overlaps(nodes.Network)))
            {
                if (!wrong.Touch(theirs.Path) && !problems.Touch(nodes.Path))
                {
                    problems.Add(
                        nodes.Path,
                        $"{nodes.Network}, which overlaps {theirs.Network} of stack {name} ({theirs.Path}) "
                            + "on the same router",
                        "a subnet of its own: a router takes sessions from one network for one cluster"
                    );
                }
            }
        }
    }
}
