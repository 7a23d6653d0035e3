using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>A session without its peer config has neither password nor routes.</summary>
internal static class PeerConfigExists
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "peer-config-exists",
            Demand = "Every peer refers to a CiliumBGPPeerConfig of the stack.",
            Why =
                "Without a reference the session has no password and announces nothing; where the object is missing, "
                + "Cilium ends the session.",
            Remedy = "Set peerConfigRef.name to the name of a CiliumBGPPeerConfig of the stack.",
            Wrong = "peers: [{ name: gateway-ipv4, peerAddress: 10.10.30.1, peerASN: 64512 }]",
            Right =
                "peers: [{ name: gateway-ipv4, peerAddress: 10.10.30.1, peerASN: 64512, peerConfigRef: { name: bgplb-ipv4 } }]",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var names = stack
            .OfKind("CiliumBGPPeerConfig")
            .Select(config => config.ObjectName)
            .ToHashSet(StringComparer.Ordinal);
        return from config in stack.OfKind("CiliumBGPClusterConfig")
            from instance in config["spec"]["bgpInstances"].Elements
            from peer in instance["peers"].Elements
            let name = peer["peerConfigRef"]["name"]
            where name.Text is not { } text || !names.Contains(text)
            select new Violation(
                name,
                $"Peer {peer["name"].Shown} of {config} refers to {name.Shown} as its peer config."
            );
    }
}
