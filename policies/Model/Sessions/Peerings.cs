using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BgpLb.Addressing;
using BgpLb.Policies.Model.Routers;

namespace BgpLb.Policies.Model.Sessions;

/// <summary>The nodes' ends of a stack, each with the router's end that it meets.</summary>
internal sealed class Peerings
{
    private static readonly ConditionalWeakTable<StackView, Peerings> Joined = [];

    private Peerings(StackView stack)
    {
        var routers = stack.OfType("bgplb:index:RouterChange").Select(RouterEnd.Of).ToArray();
        var byAddress = new Dictionary<Address, RouterEnd>();
        foreach (var router in routers)
        {
            foreach (var text in router.Resource["addresses"].Elements)
            {
                if (text.Text is { } written && Address.Parse(written) is { } address)
                {
                    byAddress.TryAdd(address, router);
                }
            }
        }

        Routers = [.. routers.Where(router => !router.IsRetained)];
        NodeGroups = [.. stack.OfType("bgplb:index:BgpPeering").SelectMany(NodeGroup.Of)];
        var groups = NodeGroups.ToLookup(group => group.ConfigName, StringComparer.Ordinal);
        var configs = stack.OfKind("CiliumBGPPeerConfig").ToLookup(config => config.ObjectName, StringComparer.Ordinal);
        Sessions =
        [
            .. from config in stack.OfKind("CiliumBGPClusterConfig")
            from instance in config["spec"]["bgpInstances"].Elements
            from peer in instance["peers"].Elements
            select Session.Of(
                instance,
                peer,
                groups[config.ObjectName].FirstOrDefault(),
                address => byAddress.GetValueOrDefault(address),
                name => configs[name].FirstOrDefault()
            ),
        ];
    }

    /// <summary>The join of a stack; made once, however many rules ask.</summary>
    public static Peerings Of(StackView stack) => Joined.GetValue(stack, found => new(found));

    /// <summary>The routers that are still there.</summary>
    public ImmutableArray<RouterEnd> Routers { get; }

    public ImmutableArray<NodeGroup> NodeGroups { get; }

    /// <summary>Every peer of every cluster config.</summary>
    public ImmutableArray<Session> Sessions { get; }

    /// <summary>Those with a router that is there and a group that listens for them, once for each such group.</summary>
    public IEnumerable<Meeting> Met =>
        from session in Sessions
        let router = session.Router
        where router is { IsRetained: false }
        from @group in session.Groups
        select new Meeting(session, router, @group);
}

/// <summary>A node's end of a session and the group that listens for it.</summary>
internal sealed record Meeting(Session Session, RouterEnd Router, RouterPeer Group);
