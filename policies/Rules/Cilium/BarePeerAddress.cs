using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>The nodes dial a plain address.</summary>
internal static class BarePeerAddress
{
    private static readonly Prefix LinkLocal = Prefix.Parse("fe80::/10")!;

    public static Rule Rule { get; } =
        new()
        {
            Name = "bare-peer-address",
            Demand = "A peer's address is an IP address without prefix length, name or zone, and not link-local.",
            Why =
                "Cilium refuses anything else; a link-local address means nothing without an interface, which cannot "
                + "be given.",
            Remedy =
                "Set cluster.nodeGroups[].gateways or routers[].addresses to the router's address in the nodes' subnet.",
            Wrong = "peerAddress: 10.10.30.1/24",
            Right = "peerAddress: 10.10.30.1",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource) =>
        resource.Kind == "CiliumBGPClusterConfig"
            ? from instance in resource["spec"]["bgpInstances"].Elements
            from peer in instance["peers"].Elements
            let address = peer["peerAddress"]
            // A peer that is to be found by itself has none.
            where address.Exists || !peer["autoDiscovery"].Exists
            where !IsBare(address.Text)
            select new Violation(
                address,
                $"Peer {peer["name"].Shown} of {resource} is dialled at {address.Shown}, which is no address that can be dialled."
            )
            : [];

    private static bool IsBare(string? text) =>
        text is not null && Address.Parse(text) is { } address && !LinkLocal.Contains(address);
}
