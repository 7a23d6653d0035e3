using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Design;
using BgpLb.Settings;

namespace BgpLb.Rehearsal.Labs;

/// <summary>
/// The Services of a lab: those of the stack's file, or per pool one of each traffic policy, and one that opts out of
/// being announced.
/// </summary>
internal static class LabServices
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

            var wanted = settings.Rehearsal.Services is { IsEmpty: false } written
                ? written.Where(service => service.Pool == pool.Name)
                : Wanted(pool.Name, hides, nodes.Count);
            foreach (var service in wanted)
            {
                yield return Service(settings, pool, @namespace, service);
                yield return Slice(
                    pool,
                    @namespace,
                    service.Name,
                    service.Endpoints == 0 ? nodes : nodes.Take(service.Endpoints)
                );
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
                    Service(
                        settings,
                        pool,
                        "default",
                        new(name, pool.Name, TrafficPolicy.Cluster, IsAnnounced: true, 0)
                    ),
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

    private static IEnumerable<ServiceSettings> Wanted(string pool, bool hides, int nodes)
    {
        // Enough pods of the local one to lose a node, and a node without any.
        var some = Math.Min(Math.Max(1, nodes - 1), (nodes + 2) / 2);
        yield return new($"{pool}-cluster", pool, TrafficPolicy.Cluster, IsAnnounced: true, 0);
        yield return new($"{pool}-local", pool, TrafficPolicy.Local, IsAnnounced: true, some);
        if (hides)
        {
            yield return new($"{pool}-hidden", pool, TrafficPolicy.Cluster, IsAnnounced: false, 0);
        }
    }

    private static JsonObject Service(
        StackSettings settings,
        PoolSettings pool,
        string @namespace,
        ServiceSettings wanted
    )
    {
        var service = Object("v1", "Service", @namespace, wanted.Name);
        var labels = new JsonObject();
        if (pool.Request.Length > 0)
        {
            labels[Labels.Pool] = pool.Request;
        }

        if (!wanted.IsAnnounced)
        {
            labels[Labels.Announce] = "false";
        }

        service["metadata"]!["labels"] = labels;
        service["spec"] = new JsonObject
        {
            ["type"] = "LoadBalancer",
            ["externalTrafficPolicy"] = wanted.ExternalTrafficPolicy.ToString(),
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
