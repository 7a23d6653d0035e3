using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>What the nodes run. It decides the values that Cilium needs to start there.</summary>
public enum Distribution
{
    Generic,
    Talos,
    Harvester,
}

/// <summary>The Kubernetes cluster, one end of every session.</summary>
/// <param name="KubeContext">The kubeconfig's context; empty for its current one.</param>
/// <param name="ApiServer">Where agents reach the API server without kube-proxy; null for the distribution's own way.</param>
public sealed record ClusterSettings(
    string Name,
    Distribution Distribution,
    uint Asn,
    string KubeContext,
    EndpointSettings? ApiServer,
    ImmutableArray<Prefix> PodCidrs,
    ImmutableArray<Prefix> ServiceCidrs,
    ImmutableArray<NodeGroupSettings> NodeGroups
)
{
    internal static ClusterSettings Read(Section s) =>
        new(
            s.Required(
                "name",
                Kinds.Name,
                "The cluster's name, by which Pulumi knows it: with another one all its objects would be made anew."
            ),
            s.Optional(
                "distribution",
                Kinds.Choice<Distribution>(),
                Distribution.Generic,
                "What the nodes run. Decides the values that Cilium needs to start there."
            ),
            s.Required("asn", Kinds.Asn, "The AS number of all nodes. The routers have another (eBGP)."),
            s.Optional("kubeContext", Kinds.Text, "", "The kubeconfig's context; without it, its current one."),
            s.OptionalNested(
                "apiServer",
                EndpointSettings.Read,
                "Where Cilium reaches the API server without kube-proxy. Talos and Harvester have a default; "
                    + "elsewhere it is needed where Cilium is installed by the stack."
            ),
            s.List("podCidrs", Kinds.Prefix, "The pod networks, one per family.", atLeast: 1),
            s.List("serviceCidrs", Kinds.Prefix, "The networks of cluster IPs, one per family.", atLeast: 1),
            s.List("nodeGroups", NodeGroupSettings.Read, "Nodes that share labels, subnets and gateway.", atLeast: 1)
        );
}

/// <param name="Host">A name or an address.</param>
public sealed record EndpointSettings(string Host, int Port)
{
    internal static EndpointSettings Read(Section s) =>
        new(
            s.Required("host", Kinds.Host, "Name or address."),
            s.Optional("port", Kinds.Whole(1, 65535), 6443, "TCP port.")
        );
}

/// <summary>Nodes with one selector, subnet and gateway.</summary>
/// <param name="Labels">The labels by which Kubernetes finds them; empty for all nodes.</param>
/// <param name="Subnets">Where they are, one network per family.</param>
/// <param name="Gateways">The router's addresses in these subnets, one per family.</param>
/// <param name="Count">How many there are; they come and go without a change of settings.</param>
/// <param name="Nodes">Those that are known by name; may be empty.</param>
public sealed record NodeGroupSettings(
    string Name,
    ImmutableSortedDictionary<string, string> Labels,
    ImmutableArray<Prefix> Subnets,
    ImmutableArray<Address> Gateways,
    int Count,
    ImmutableArray<NodeSettings> Nodes
)
{
    /// <summary>Whether its nodes have sessions of this family.</summary>
    public bool Peers(IpFamily family) => Gateways.Any(gateway => gateway.Family == family);

    internal static NodeGroupSettings Read(Section s)
    {
        var group = new NodeGroupSettings(
            s.Required("name", Kinds.Name, "The group's name; it becomes part of object names, so keep it."),
            s.Labels(
                "labels",
                "The node labels that select it; all nodes without any. Groups must exclude each other."
            ),
            s.List("subnets", Kinds.Prefix, "The nodes' networks, one per family.", atLeast: 1),
            s.List("gateways", Kinds.Address, "The router's addresses in these networks, one per family.", atLeast: 1),
            s.Optional(
                "count",
                Kinds.Whole(1, 5000),
                0,
                "How many nodes there are; without it, as many as are listed under nodes.",
                shown: ""
            ),
            s.List("nodes", NodeSettings.Read, "Nodes known by name. Needed only for router IDs of IPv6-only nodes.")
        );
        if (group.Count == 0 && group.Nodes.IsEmpty)
        {
            s.Refuse("count", "nothing", "how many nodes the group has, or the nodes themselves under \"nodes\"");
        }

        return group.Count == 0 ? group with { Count = group.Nodes.Length } : group;
    }
}

/// <param name="RouterId">The BGP identifier; null lets Cilium take the node's IPv4 address.</param>
public sealed record NodeSettings(string Name, ImmutableArray<Address> Addresses, Address? RouterId)
{
    internal static NodeSettings Read(Section s) =>
        new(
            s.Required("name", KubernetesKinds.ObjectName, "The node's name in Kubernetes."),
            s.List("addresses", Kinds.Address, "Its addresses, one per family.", atLeast: 1),
            s.Optional(
                "routerId",
                Kinds.OptionalRouterId,
                fallback: null,
                "The BGP identifier; needed only without an IPv4 address."
            )
        );
}
