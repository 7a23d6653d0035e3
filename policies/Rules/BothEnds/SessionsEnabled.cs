using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>What is configured may also come up.</summary>
internal static class SessionsEnabled
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "sessions-enabled",
            Demand = "The router has no peer that it keeps shut down.",
            Why = "The configuration looks complete, and no session ever comes up.",
            Remedy = "Take the shutdown out of the router's configuration.",
            Wrong = "neighbor bgplb-prod-ipv4 remote-as 64512\nneighbor bgplb-prod-ipv4 shutdown",
            Right = "neighbor bgplb-prod-ipv4 remote-as 64512",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        foreach (var router in Peerings.Of(stack).Routers)
        {
            if (router.IsShutDown)
            {
                yield return new(router.Configuration, $"{router} keeps all its sessions shut down.");
            }

            foreach (var peer in router.Groups.Values.Concat(router.Neighbors.Values).Where(peer => peer.IsShutDown))
            {
                yield return new(router.Configuration, $"{router} keeps {router.Shown(peer.Name)} shut down.");
            }
        }
    }
}
