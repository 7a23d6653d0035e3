using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>The router knows nodes by the network that they dial from, not by a list that somebody keeps.</summary>
internal static class NeighborsByRange
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "neighbors-by-range",
            Demand = "The router takes nodes by listen ranges; none is listed by hand.",
            Why = "A new node that nobody adds to the list stays idle. A network is no neighbor in any dialect.",
            Remedy = "Take the neighbor out: cluster.nodeGroups[].subnets become listen ranges of a peer group.",
            Wrong = "neighbor 172.29.51.11 peer-group bgplb-prod-ipv4",
            Right = "bgp listen range 172.29.51.0/24 peer-group bgplb-prod-ipv4",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var peerings = Peerings.Of(stack);
        var subnets = AddressSet.Of(
            peerings.NodeGroups.SelectMany(group => group.Subnets).Select(subnet => subnet.Range)
        );
        foreach (var router in peerings.Routers)
        {
            var listening = router.ListeningGroups.Select(group => group.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var neighbor in router.Neighbors.Values)
            {
                if (neighbor.Name.Contains('/', StringComparison.Ordinal))
                {
                    yield return new(
                        router.Configuration,
                        $"{router} has a neighbor {router.Shown(neighbor.Name)}: a network, where only an address can stand.",
                        "Write bgp listen range NETWORK peer-group GROUP instead; cluster.nodeGroups[].subnets does so."
                    );
                }
                else if (
                    listening.Contains(neighbor.Group ?? "")
                    || (Address.Parse(neighbor.Name) is { } address && subnets.Contains(address))
                )
                {
                    yield return new(
                        router.Configuration,
                        $"{router} lists the node {router.Shown(neighbor.Name)} by hand."
                    );
                }
            }
        }
    }
}
