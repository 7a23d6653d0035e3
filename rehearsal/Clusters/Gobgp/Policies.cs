using BgpLb.Rehearsal.Clusters.Gobgp.Protocol;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>
/// Who gets which routes, as GoBGP's policies: nothing is taken in but the node's own routes, and nothing goes out but
/// what a statement names, for one neighbour and one list of communities each.
/// </summary>
internal static class Policies
{
    public const string Import = "own";
    public const string Export = "announced";

    public static SetPoliciesRequest Of(InstancePlan plan)
    {
        var import = new Policy
        {
            Name = Import,
            Statements =
            {
                new Statement
                {
                    Name = Import,
                    Conditions = new() { RouteType = Conditions.Types.RouteType.Local },
                    Actions = new() { RouteAction = RouteAction.Accept },
                },
            },
        };
        var export = new Policy { Name = Export };
        var all = new SetPoliciesRequest { Policies = { import, export } };
        var count = 0;
        foreach (var peer in plan.Peers)
        {
            foreach (var group in peer.Announcements.GroupBy(it => (it.Communities, it.LargeCommunities)))
            {
                var name = $"{Export}{count++}";
                all.DefinedSets.Add(
                    new DefinedSet
                    {
                        DefinedType = DefinedType.Neighbor,
                        Name = $"{name}-to",
                        List = { peer.Address + (peer.Address.Contains(':') ? "/128" : "/32") },
                    }
                );
                all.DefinedSets.Add(
                    new DefinedSet
                    {
                        DefinedType = DefinedType.Prefix,
                        Name = $"{name}-what",
                        Prefixes = { group.Select(it => Whole(it.Prefix)) },
                    }
                );
                export.Statements.Add(
                    new Statement
                    {
                        Name = name,
                        Conditions = new()
                        {
                            NeighborSet = new() { Name = $"{name}-to" },
                            PrefixSet = new() { Name = $"{name}-what" },
                        },
                        Actions = new()
                        {
                            RouteAction = RouteAction.Accept,
                            Community = Adding(group.Key.Communities),
                            LargeCommunity = Adding(group.Key.LargeCommunities),
                        },
                    }
                );
            }
        }

        return all;
    }

    private static Prefix Whole(string prefix)
    {
        var length = uint.Parse(prefix.Split('/')[1]);
        return new()
        {
            IpPrefix = prefix,
            MaskLengthMin = length,
            MaskLengthMax = length,
        };
    }

    private static CommunityAction? Adding(string communities) =>
        communities.Length == 0 ? null : new() { Communities = { communities.Split(',') } };
}
