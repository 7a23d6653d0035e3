using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>The Services of a lab: per pool one of each traffic policy, and one that opts out of being announced.</summary>
internal static class DefaultServices
{
    /// <summary>Their manifests, each with its endpoint slice and where needed its namespace before it.</summary>
    /// <param name="nodes">The names of the nodes that endpoints are put on.</param>
    public static IEnumerable<JsonObject> Of(StackSettings settings, IReadOnlyList<string> nodes)
    {
        var hides = true;
        foreach (var pool in settings.Pools)
        {
            var @namespace = pool.Namespaces.IsEmpty ? "default" : pool.Namespaces[0];
            if (!pool.Namespaces.IsEmpty)
            {
                yield return Object("v1", "Namespace", null, @namespace);
            }

            // Enough pods of the local one to lose a node, and a node without any.
            string[] some = [.. nodes.Take(Math.Min(Math.Max(1, nodes.Count - 1), (nodes.Count + 2) / 2))];
            foreach (var (name, isLocal, isAnnounced) in Wanted(pool.Name, hides))
            {
                yield return Service(settings, pool, @namespace, name, isLocal, isAnnounced);
                yield return Slice(pool, @namespace, name, isLocal ? some : nodes);
            }

            hides = false;
        }
    }

    /// <summary>So many more of the general pool, each with its endpoint slice.</summary>
    public static IEnumerable<JsonObject[]> More(StackSettings settings, IReadOnlyList<string> nodes, int count)
    {
        var pool = settings.Pools.First(pool => pool.IsGeneral);
        return Enumerable
            .Range(1, count)
            .Select(i => $"{pool.Name}-{i}")
            .Select(name =>
                new[]
                {
                    Service(settings, pool, "default", name, isLocal: false, isAnnounced: true),
                    // Two pods are enough to be served by every node.
                    Slice(pool, "default", name, nodes.Take(2)),
                }
            );
    }

    /// <summary>One endpoint per node.</summary>
    public static JsonObject Slice(PoolSettings pool, string @namespace, string service, IEnumerable<string> nodes)
    {
        var isIPv4 = FamilyOf(pool) == IpFamily.IPv4;
        var slice = Object("discovery.k8s.io/v1", "EndpointSlice", @namespace, service);
        slice["metadata"]!["labels"] = new JsonObject { ["kubernetes.io/service-name"] = service };
        slice["addressType"] = isIPv4 ? "IPv4" : "IPv6";
        slice["ports"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "main",
                ["port"] = 7007,
                ["protocol"] = "UDP",
            }
        );
        slice["endpoints"] = new JsonArray([
            .. nodes.Select(
                (node, i) =>
                    new JsonObject
                    {
                        // Nobody looks at a pod's address here; the slice has to have one.
                        ["addresses"] = new JsonArray(isIPv4 ? $"192.0.2.{(i % 250) + 1}" : $"2001:db8::{i + 1:x}"),
                        ["conditions"] = new JsonObject { ["ready"] = true },
                        ["nodeName"] = node,
                    }
            ),
        ]);
        return slice;
    }

    private static IEnumerable<(string Name, bool IsLocal, bool IsAnnounced)> Wanted(string pool, bool hides)
    {
        yield return ($"{pool}-cluster", false, true);
        yield return ($"{pool}-local", true, true);
        if (hides)
        {
            yield return ($"{pool}-hidden", false, false);
        }
    }

    private static JsonObject Service(
        StackSettings settings,
        PoolSettings pool,
        string @namespace,
        string name,
        bool isLocal,
        bool isAnnounced
    )
    {
        var service = Object("v1", "Service", @namespace, name);
        var labels = new JsonObject();
        if (pool.Request.Length > 0)
        {
            labels[Labels.Pool] = pool.Request;
        }

        if (!isAnnounced)
        {
            labels[Labels.Announce] = "false";
        }

        service["metadata"]!["labels"] = labels;
        service["spec"] = new JsonObject
        {
            ["type"] = "LoadBalancer",
            ["externalTrafficPolicy"] = isLocal ? "Local" : "Cluster",
            ["ipFamilies"] = new JsonArray(FamilyOf(pool).ToString()),
            ["ipFamilyPolicy"] = "SingleStack",
            ["allocateLoadBalancerNodePorts"] = false,
            ["ports"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = "main",
                    ["port"] = 7007,
                    ["protocol"] = "UDP",
                }
            ),
        };
        if (settings.Cluster.Distribution == Distribution.Harvester)
        {
            // Its own load balancer would take those without a class.
            service["spec"]!["loadBalancerClass"] = "io.cilium/bgp-control-plane";
        }

        return service;
    }

    private static IpFamily FamilyOf(PoolSettings pool) => pool.Addresses[0].Family;

    private static JsonObject Object(string apiVersion, string kind, string? @namespace, string name)
    {
        var metadata = new JsonObject { ["name"] = name };
        if (@namespace is not null)
        {
            metadata["namespace"] = @namespace;
        }

        return new()
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = kind,
            ["metadata"] = metadata,
        };
    }
}
