using System.Collections.Frozen;
using System.Net;
using System.Text.Json.Nodes;
using BgpLb.Design;

namespace BgpLb.Rehearsal.Labs;

/// <summary>Which nodes serve and announce which load-balancer addresses, by the objects of the cluster.</summary>
internal sealed class ServiceTable
{
    private readonly FrozenDictionary<IPAddress, VirtualService> _byAddress;

    private ServiceTable(IEnumerable<VirtualService> services)
    {
        Services = [.. services];
        _byAddress = Services
            .SelectMany(service => service.Addresses.Select(address => (address, service)))
            .DistinctBy(pair => pair.address)
            .ToFrozenDictionary(pair => pair.address, pair => pair.service);
    }

    public static ServiceTable Empty { get; } = new([]);

    public IReadOnlyList<VirtualService> Services { get; }

    /// <summary>Whether a node answers what is sent to an address.</summary>
    public bool Serves(string node, IPAddress address) =>
        _byAddress.TryGetValue(address, out var service)
        && (service.IsLocal ? service.Serving.Contains(node) : service.Serving.Count > 0);

    public static ServiceTable Of(IEnumerable<JsonObject> services, IEnumerable<JsonObject> slices)
    {
        var endpoints = slices.ToLookup(
            slice => Key(slice, $"{slice["metadata"]!["labels"]?["kubernetes.io/service-name"]}"),
            StringComparer.Ordinal
        );
        return new(
            services
                .Where(service => $"{service["spec"]!["type"]}" == "LoadBalancer")
                .Select(service => Read(service, endpoints[Key(service, $"{service["metadata"]!["name"]}")]))
        );
    }

    private static VirtualService Read(JsonObject service, IEnumerable<JsonObject> slices)
    {
        var labels = service["metadata"]!["labels"];
        var ingress = service["status"]?["loadBalancer"]?["ingress"]?.AsArray() ?? [];
        return new(
            Key(service, $"{service["metadata"]!["name"]}"),
            [.. ingress.Select(entry => IPAddress.Parse($"{entry!["ip"]}"))],
            $"{service["spec"]!["externalTrafficPolicy"]}" == "Local",
            $"{labels?[Labels.Announce]}" != "false",
            With(slices, "ready"),
            With(slices, "serving")
        );
    }

    private static FrozenSet<string> With(IEnumerable<JsonObject> slices, string condition) =>
        slices
            .SelectMany(slice => slice["endpoints"]?.AsArray() ?? [])
            .Where(endpoint => endpoint!["conditions"]?[condition]?.GetValue<bool>() ?? true)
            .Select(endpoint => $"{endpoint!["nodeName"]}")
            .ToFrozenSet(StringComparer.Ordinal);

    private static string Key(JsonObject of, string name) => $"{of["metadata"]!["namespace"]}/{name}";
}

/// <summary>A Service of type LoadBalancer.</summary>
/// <param name="Name">NAMESPACE/NAME.</param>
/// <param name="IsLocal">Whether only nodes with an endpoint serve it (externalTrafficPolicy Local).</param>
/// <param name="IsAnnounced">Whether it has not opted out.</param>
/// <param name="Endpoints">The nodes with a ready endpoint: who announces it where it is Local.</param>
/// <param name="Serving">Those and the nodes whose endpoints are about to end but still answer.</param>
internal sealed record VirtualService(
    string Name,
    IReadOnlyList<IPAddress> Addresses,
    bool IsLocal,
    bool IsAnnounced,
    FrozenSet<string> Endpoints,
    FrozenSet<string> Serving
);
