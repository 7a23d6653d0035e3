using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Nobody waits for a peer that does not exist.</summary>
internal static class PeeringComplete
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "peering-complete",
            Demand = "Every node group dials a router, and every router that is dialled listens for the nodes.",
            Why = "Nodes without a session announce nothing, and stay idle without anyone noticing.",
            Remedy =
                "Set cluster.nodeGroups[].subnets and gateways, or routers[].addresses, so that nodes and router meet.",
            Wrong = "nodes in 10.10.40.0/24\nset protocols bgp listen range 10.10.30.0/24 peer-group 'bgplb-dev-ipv4'",
            Right = "nodes in 10.10.40.0/24\nset protocols bgp listen range 10.10.40.0/24 peer-group 'bgplb-dev-ipv4'",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var peerings = Peerings.Of(stack);
        var configs = stack.OfKind("CiliumBGPClusterConfig").Select(config => config.ObjectName).ToHashSet();
        var dialling = peerings.Sessions.Select(session => session.Peer.Resource.ObjectName).ToHashSet();
        foreach (var group in peerings.NodeGroups.Where(group => !dialling.Contains(group.ConfigName)))
        {
            yield return new(
                group.At,
                configs.Contains(group.ConfigName)
                    ? $"The {group.Nodes} nodes of group {group.Name} have no peer."
                    : $"The {group.Nodes} nodes of group {group.Name} have no cluster config."
            );
        }

        foreach (var violation in peerings.Sessions.SelectMany(Judge))
        {
            yield return violation;
        }
    }

    private static IEnumerable<Violation> Judge(Session session)
    {
        var address = session.Peer["peerAddress"];
        if (session.Router is not { } router)
        {
            // A node that looks for its default gateway finds the address by itself.
            return address.Exists || !session.Peer["autoDiscovery"].Exists
                ? [new(address, $"{session} dials {address.Shown}, which is no router's address.")]
                : [];
        }

        if (router.IsRetained || session.Nodes is not { } nodes)
        {
            return [];
        }

        return session.Subnets.Any()
            ?
            [
                .. from subnet in session.Subnets
                let range = Session.RangeOf(router, subnet)
                where range is null || router.GroupOf(range.Group) is null
                let shown = nodes.At["subnets"].IsSecret ? "a secret subnet" : $"{subnet}"
                select new Violation(
                    router.Configuration,
                    range is null
                        ? $"{router} does not listen for node group {nodes.Name}, which dials it from {shown}."
                        : $"{router} listens for {shown} with peer group {router.Shown(range.Group)}, which does not exist."
                ),
            ]
            :
            [
                new(
                    nodes.At,
                    $"{session} dials {address.Shown}, but node group {nodes.Name} has no subnet of that family."
                ),
            ];
    }
}
