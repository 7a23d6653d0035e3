using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Failover;

/// <summary>
/// A node group's session with a router, by its objects: what the nodes ask for, and what becomes of their routes when it
/// ends. Seconds. What no object says is as Cilium and FRR have it.
/// </summary>
/// <param name="Config">The name of its CiliumBGPPeerConfig; empty for none.</param>
/// <param name="Router">The router's name, or its address where no resource is that router.</param>
/// <param name="Restart">For how long the nodes ask the router to keep their routes; 0 without graceful restart.</param>
/// <param name="ProbesNeighbours">Whether the router leaves out a node that does not answer.</param>
/// <param name="KeptOfDead">For how long the router keeps the routes once the hold time has ended.</param>
/// <param name="KeptOfRestarting">For how long it keeps them once the connection has closed.</param>
internal sealed record Session(
    string Config,
    string Router,
    double HoldTime,
    double ConnectRetry,
    double Restart,
    bool ProbesNeighbours,
    double KeptOfDead,
    double KeptOfRestarting
)
{
    private static readonly Property None = new(
        new StackResource("", "", "", Graph.Fields.Empty, Parent: null, [], IsProtected: false),
        "",
        Value: null,
        IsSecret: false
    );

    /// <summary>Every peer of every cluster config.</summary>
    public static IEnumerable<Session> Of(StackView stack)
    {
        var configs = stack
            .OfKind("CiliumBGPPeerConfig")
            .GroupBy(config => config.ObjectName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Root, StringComparer.Ordinal);
        var routers = stack
            .OfType("bgplb:index:RouterChange")
            .SelectMany(router => router["addresses"].Elements.Select(at => (Address: Plain(at.Text), router.Root)))
            .GroupBy(router => router.Address, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Root, StringComparer.Ordinal);
        return from cluster in stack.OfKind("CiliumBGPClusterConfig")
            from instance in cluster["spec"]["bgpInstances"].Elements
            from peer in instance["peers"].Elements
            let config = peer["peerConfigRef"]["name"].Text ?? ""
            let address = Plain(peer["peerAddress"].Text)
            select Of(
                config,
                configs.GetValueOrDefault(config, None),
                address,
                routers.GetValueOrDefault(address, None)
            );
    }

    private static Session Of(string name, Property config, string address, Property router)
    {
        var spec = config["spec"];
        var asked =
            spec["gracefulRestart"]["enabled"].Flag == true
                ? spec["gracefulRestart"]["restartTimeSeconds"].Number ?? 120
                : 0;
        var kept = router["keepsRoutes"];
        return new(
            name,
            router.Exists ? router.Resource.Name : address,
            spec["timers"]["holdTimeSeconds"].Number ?? 90,
            spec["timers"]["connectRetryTimeSeconds"].Number ?? 120,
            asked,
            router["probesNeighbours"].Flag == true,
            Math.Min(asked, kept["ofDead"].Number ?? asked),
            Math.Min(asked, kept["ofRestarting"].Number ?? asked)
        );
    }

    /// <summary>An IPv6 address can be written in several ways.</summary>
    private static string Plain(string? address) =>
        address is null ? "" : Address.Parse(address)?.ToString() ?? address;
}
