using BgpLb.Addressing;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Cilium;

/// <summary>The nodes' end of the sessions, as Cilium's BGP control plane reads it.</summary>
internal static class BgpObjects
{
    private const string ApiVersion = "cilium.io/v2";

    /// <summary>The name of the one BGP instance of every node.</summary>
    private const string Instance = "bgplb";

    private static readonly Fields AdvertisementLabels = Fields.Of((Labels.Advertisement, "vips"));

    /// <summary>How sessions of one family behave. Families and their advertisements are spelled out: left out, they announce nothing.</summary>
    public static KubernetesObject PeerConfig(SessionDesign session, SessionFamily family) =>
        new(
            ApiVersion,
            "CiliumBGPPeerConfig",
            family.PeerConfigName,
            Fields.Of(
                ("authSecretRef", session.SecretName),
                (
                    "timers",
                    Fields.Of(
                        ("connectRetryTimeSeconds", session.ConnectRetryTime),
                        ("holdTimeSeconds", session.HoldTime),
                        ("keepAliveTimeSeconds", session.KeepAliveTime)
                    )
                ),
                (
                    "gracefulRestart",
                    session.RestartTime is { } seconds
                        ? Fields.Of(("enabled", true), ("restartTimeSeconds", seconds))
                        : Fields.Of(("enabled", false))
                ),
                (
                    "families",
                    Items.Of(
                        Fields.Of(
                            ("afi", family.Family == IpFamily.IPv4 ? "ipv4" : "ipv6"),
                            ("safi", "unicast"),
                            ("advertisements", Fields.Of(("matchLabels", AdvertisementLabels)))
                        )
                    )
                )
            )
        );

    /// <summary>Announces every load-balancer address, but those of Services that opt out.</summary>
    public static KubernetesObject Advertisement(SessionDesign session) =>
        new(
            ApiVersion,
            "CiliumBGPAdvertisement",
            session.AdvertisementName,
            Fields.Of(
                (
                    "advertisements",
                    Items.Of(
                        Fields.Of(
                            ("advertisementType", "Service"),
                            ("service", Fields.Of(("addresses", Items.Of("LoadBalancerIP")))),
                            ("selector", PoolObjects.Selector([new(Labels.Announce, "NotIn", "false")])),
                            (
                                "attributes",
                                session.Communities.IsEmpty
                                    ? null
                                    : Fields.Of(
                                        (
                                            "communities",
                                            Fields.Of(("standard", Items.Of(session.Communities.Select(c => (Value)c))))
                                        )
                                    )
                            )
                        )
                    )
                )
            ),
            Labels: AdvertisementLabels
        );

    /// <summary>The sessions of one node group.</summary>
    public static KubernetesObject ClusterConfig(uint asn, PeeringDesign peering) =>
        new(
            ApiVersion,
            "CiliumBGPClusterConfig",
            peering.ConfigName,
            Fields.Of(
                (
                    "nodeSelector",
                    peering.Labels.IsEmpty
                        ? Fields.Empty
                        : Fields.Of(
                            (
                                "matchLabels",
                                Fields.Of(peering.Labels.Select(label => new Field(label.Key, label.Value)))
                            )
                        )
                ),
                (
                    "bgpInstances",
                    Items.Of(
                        Fields.Of(
                            ("name", Instance),
                            ("localASN", asn),
                            ("peers", Items.Of(peering.Peers.Select(Peer)))
                        )
                    )
                )
            )
        );

    /// <summary>What one node needs said; the object's name is the node's.</summary>
    public static KubernetesObject NodeOverride(NodeSettings node) =>
        new(
            ApiVersion,
            "CiliumBGPNodeConfigOverride",
            node.Name,
            Fields.Of(
                ("bgpInstances", Items.Of(Fields.Of(("name", Instance), ("routerID", node.RouterId?.ToString()))))
            )
        );

    private static Fields Peer(PeerDesign peer) =>
        Fields.Of(
            ("name", peer.Name),
            ("peerAddress", peer.Address.ToString()),
            ("peerASN", peer.Asn),
            ("peerConfigRef", Fields.Of(("name", peer.PeerConfigName)))
        );
}
