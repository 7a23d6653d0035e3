using System.Net.Sockets;
using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Rehearsal.Clusters;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Rehearsal.Traffic;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>The nodes of the lab and what runs on them.</summary>
internal sealed partial class StackLab
{
    /// <summary>One more node in the first group.</summary>
    public LabNode AddNode()
    {
        var (cluster, first) = (Settings.Cluster, Settings.Cluster.NodeGroups[0]);
        var grown = cluster with { NodeGroups = cluster.NodeGroups.SetItem(0, first with { Count = first.Count + 1 }) };
        var added = LabNode.Of(grown).First(node => Nodes.All(known => known.Name != node.Name));
        var node = added with { Number = Nodes.Length + 1, Group = first };
        Nodes = Nodes.Add(node);
        Build(node);
        return node;
    }

    /// <summary>The nodes of a group that another cluster has at its end, wired to the routers.</summary>
    public IReadOnlyList<LabNode> AddGroup(ClusterSettings cluster)
    {
        foreach (var router in Routers)
        {
            router.Extend(cluster);
        }

        LabNode[] added =
        [
            .. LabNode
                .Of(cluster)
                .Where(node => node.Group == cluster.NodeGroups[^1])
                .Select((node, i) => node with { Number = Nodes.Length + 1 + i }),
        ];
        foreach (var node in added)
        {
            Nodes = Nodes.Add(node);
            Build(node);
        }

        return added;
    }

    /// <summary>Undoes <see cref="AddNode"/>, or one node of <see cref="AddGroup"/>.</summary>
    public void RemoveNode(LabNode node)
    {
        Cluster.Leave(node.Name);
        Nodes = Nodes.Remove(node);
    }

    /// <summary>A node that has left comes back.</summary>
    public void Rejoin(LabNode node) => Cluster.Join(JoinedAs(node));

    /// <summary>Changes what the endpoints on a node are, in all Services that have some there.</summary>
    public void SetPods(string node, Pods state)
    {
        foreach (var manifest in LabServices.Of(Settings, _endpointNodes).Where(IsSlice))
        {
            var endpoints = manifest["endpoints"]!.AsArray();
            foreach (var endpoint in endpoints.ToArray())
            {
                Set(endpoints, endpoint!.AsObject(), node, state);
            }

            Cluster.Apply(manifest);
        }

        Refresh();
    }

    /// <summary>Whether a router still has a session with a node.</summary>
    public bool HasSession(string node) =>
        Routers
            .SelectMany(router => router.Sessions())
            .Any(session => AddressesOf(node).Contains(session.Peer, StringComparer.Ordinal));

    /// <summary>Whether a router still leads to a node what only nodes with a pod of their own shall get.</summary>
    public bool IsLedTo(string node)
    {
        var gone = Services
            .Services.Where(service => service.IsLocal && !service.Endpoints.Contains(node))
            .SelectMany(service => service.Addresses)
            .Select(address => $"{address}")
            .ToHashSet(StringComparer.Ordinal);
        return Routers
            .SelectMany(router => router.NextHops())
            .Any(route => gone.Contains(route.Key) && route.Value.Overlaps(AddressesOf(node)));
    }

    private void Build(LabNode node)
    {
        var router = Routers.First(router => LabRouter.IsOn(router.Settings, node.Group));
        var host = _teardown.Add(router.Gateway.Attach(router.InterfaceOf(node.Group), node.Interface));
        _hosts[node.Name] = host;
        foreach (var subnet in Settings.VipSubnets)
        {
            // Whatever arrives for a load-balancer address is the node's own, as the datapath would have it.
            host.Namespace.Ip(
                subnet.Family == IpFamily.IPv6 ? "-6" : "-4",
                "route",
                "add",
                "local",
                $"{subnet}",
                "dev",
                "lo"
            );
        }

        _teardown.Add(
            new Answers(
                host.Namespace,
                node.Number,
                node.Addresses.Select(FamilyOf),
                address => _services.Serves(node.Name, address)
            )
        );
        Cluster.Join(JoinedAs(node));
    }

    private ClusterNode JoinedAs(LabNode node) =>
        new(node.Name, [.. node.Addresses.Select(one => $"{one}")], node.Group.Labels, _hosts[node.Name].Namespace);

    private string[] AddressesOf(string node) =>
        [.. Nodes.First(one => one.Name == node).Addresses.Select(address => $"{address}")];

    private static bool IsSlice(JsonObject manifest) => $"{manifest["kind"]}" == "EndpointSlice";

    private static void Set(JsonArray endpoints, JsonObject endpoint, string node, Pods state)
    {
        if ($"{endpoint["nodeName"]}" != node)
        {
            return;
        }

        if (state == Pods.Gone)
        {
            endpoints.Remove(endpoint);
        }
        else if (state == Pods.Terminating)
        {
            endpoint["conditions"] = new JsonObject
            {
                ["ready"] = false,
                ["serving"] = true,
                ["terminating"] = true,
            };
        }
    }

    private static AddressFamily FamilyOf(Address address) =>
        address.Family == IpFamily.IPv6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
}
