using System.Collections.Immutable;
using BgpLb.Cilium;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>
/// The nodes' end of all sessions. Its objects come in the order in which they refer to each other: a session that
/// starts before its secret or its peer config runs without them.
/// </summary>
public sealed class BgpPeering : ComponentResource
{
    internal BgpPeering(
        LoadBalancer parent,
        LoadBalancerDesign design,
        KubernetesCluster cluster,
        Value password,
        ImmutableArray<Resource> after
    )
        : base(parent, "bgplb:index:BgpPeering", "bgp-peering")
    {
        var session = design.Session;
        Purpose = "the nodes' end of the sessions";
        Inputs = Fields.Of(
            ("sessions", Items.Of(design.Peerings.SelectMany(peering => Describe(design.Cluster.Asn, peering)))),
            ("nodeGroups", Fields.Of(design.Peerings.Select(NodeGroup))),
            ("holdTime", session.HoldTime),
            ("keepAliveTime", session.KeepAliveTime),
            ("gracefulRestart", session.RestartTime is { } seconds ? $"{seconds} s" : "off"),
            ("communities", Items.Of(session.Communities.Select(community => (Value)community)))
        );
        var secret = SecretOf(session, cluster, password, cluster.Options(after, isProtected: false));
        var configs = session
            .Families.Select(family =>
                cluster.Object(
                    this,
                    BgpObjects.PeerConfig(session, family),
                    cluster.Options([secret], design.Protect),
                    $"timers, password and announcements of {family.Family} sessions"
                )
            )
            .ToArray();
        var advertisement = cluster.Object(
            this,
            BgpObjects.Advertisement(session),
            cluster.Options(after, design.Protect),
            $"announces every load-balancer address but those of Services with {Labels.Announce}: \"false\""
        );
        ImmutableArray<Resource> referred = [.. configs, advertisement];
        foreach (var peering in design.Peerings)
        {
            AddSessions(design, peering, cluster, referred);
        }
    }

    private void AddSessions(
        LoadBalancerDesign design,
        PeeringDesign peering,
        KubernetesCluster cluster,
        ImmutableArray<Resource> referred
    )
    {
        var overrides = peering
            .Overrides.Select(node =>
                cluster.Object(
                    this,
                    BgpObjects.NodeOverride(node),
                    cluster.Options(referred, isProtected: false),
                    $"the router ID of node {node.Name}"
                )
            )
            .ToArray();
        _ = cluster.Object(
            this,
            BgpObjects.ClusterConfig(design.Cluster.Asn, peering),
            cluster.Options([.. referred, .. overrides], design.Protect),
            $"the sessions of node group {peering.NodeGroup}"
        );
    }

    private CustomResource SecretOf(
        SessionDesign session,
        KubernetesCluster cluster,
        Value password,
        ResourceOptions options
    ) =>
        session.Password is { Source: PasswordSource.External, External: { } from }
            ? cluster.Object(
                this,
                PasswordObjects.ExternalSecret(session, from),
                options,
                $"brings the password from store {from.Store} to the cluster"
            )
            : cluster.Secret(
                this,
                session.SecretName,
                session.SecretNamespace,
                Fields.Of(("password", password)),
                options,
                "the password as Cilium reads it"
            );

    private static Field NodeGroup(PeeringDesign peering) =>
        new(
            peering.NodeGroup,
            Fields.Of(
                ("clusterConfig", peering.ConfigName),
                ("nodes", peering.Nodes),
                ("subnets", Items.Of(peering.Subnets.Select(subnet => (Value)subnet.ToString())))
            )
        );

    private static IEnumerable<Value> Describe(uint asn, PeeringDesign peering) =>
        peering.Peers.Select(peer =>
            (Value)
                $"{peering.NodeGroup}: {peering.Nodes} nodes of AS {asn} dial {peer.Router} at {peer.Address}, AS {peer.Asn}"
        );
}
