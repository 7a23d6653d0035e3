using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>What a node's agent makes of the objects.</summary>
internal static class AgentPlan
{
    /// <summary>
    /// The instances of a node's cluster config, by name. Null for one that cannot be made for want of an AS number or
    /// a router ID: what runs under its name goes on, and no condition tells.
    /// </summary>
    public static IReadOnlyDictionary<string, InstancePlan?> Of(
        ObjectStore store,
        ReleaseValues values,
        ClusterNode node,
        JsonObject? config
    ) =>
        config
            .Items("spec", "bgpInstances")
            .ToDictionary(
                instance => instance.Text("name") ?? "",
                instance => Instance(store, values, node, instance),
                StringComparer.Ordinal
            );

    private static InstancePlan? Instance(ObjectStore store, ReleaseValues values, ClusterNode node, JsonNode instance)
    {
        var own = Named(store.Find("CiliumBGPNodeConfigOverride", node.Name).Items("spec", "bgpInstances"), instance);
        var asn = own.Number("localASN") ?? instance.Number("localASN");
        var routerId = own.Text("routerID") ?? node.Addresses.FirstOrDefault(address => !address.Contains(':'));
        return asn is null || routerId is null
            ? null
            : new(
                instance.Text("name") ?? "",
                (uint)asn,
                routerId,
                (int)(own.Number("localPort") ?? instance.Number("localPort") ?? -1),
                [
                    .. instance
                        .Items("peers")
                        .Select(peer => Peer(store, values, node, peer, Named(own.Items("peers"), peer)))
                        .OfType<PeerPlan>(),
                ]
            );
    }

    /// <summary>Null for a peer without an address (they are not discovered here), or whose peer config is missing.</summary>
    private static PeerPlan? Peer(
        ObjectStore store,
        ReleaseValues values,
        ClusterNode node,
        JsonNode peer,
        JsonNode? own
    )
    {
        var reference = peer.Text("peerConfigRef", "name");
        var config = reference is null ? null : store.Find("CiliumBGPPeerConfig", reference);
        if (peer.Text("peerAddress") is not { } address || (reference is not null && config is null))
        {
            return null;
        }

        var spec = config.At("spec");
        JsonNode[] families = [.. spec.Items("families")];
        var settings = Passwords.TryRead(config, store, values.SecretsNamespace, out var password)
            ? new PeerSettings(
                (uint)(peer.Number("peerASN") ?? 0),
                password,
                (int)(spec.Number("timers", "holdTimeSeconds") ?? 90),
                (int)(spec.Number("timers", "keepAliveTimeSeconds") ?? 30),
                spec.Flag("gracefulRestart", "enabled") == true
                    ? (int)(spec.Number("gracefulRestart", "restartTimeSeconds") ?? 120)
                    : null,
                (int)(spec.Number("ebgpMultihop") ?? 1),
                (int)(spec.Number("transport", "peerPort") ?? 179),
                own.Text("localAddress"),
                families.Length == 0 || families.Any(family => family.Text("afi") == "ipv4"),
                families.Length == 0 || families.Any(family => family.Text("afi") == "ipv6")
            )
            : null;
        return new(
            address.Trim(),
            settings,
            (int)(spec.Number("timers", "connectRetryTimeSeconds") ?? 120),
            Announcements.Of(store, families, node.Name)
        );
    }

    private static JsonNode? Named(IEnumerable<JsonNode> items, JsonNode like) =>
        items.FirstOrDefault(item => item.Text("name") == like.Text("name"));
}
