using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using BgpLb.Addressing;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>
/// What the API server refuses by the schemas of Cilium's kinds, in its words: of all their rules those that a design
/// may run into. Fields that a schema does not know are not noticed.
/// </summary>
internal static class Admission
{
    /// <exception cref="RehearsalException">The manifest is refused.</exception>
    public static void Check(JsonObject manifest)
    {
        var spec = manifest["spec"];
        string[] errors = manifest.Text("kind") switch
        {
            "CiliumBGPPeerConfig" => [.. PeerConfig(spec)],
            "CiliumBGPAdvertisement" => [.. Advertisement(spec)],
            "CiliumBGPClusterConfig" => [.. ClusterConfig(manifest, spec)],
            "CiliumLoadBalancerIPPool" => [.. Pool(spec)],
            _ => [],
        };
        if (errors.Length > 0)
        {
            var list = errors is [var one] ? one : string.Concat(errors.Select(error => $"\n* {error}"));
            throw new RehearsalException($"The {manifest.Text("kind")} \"{manifest.Name()}\" is invalid: {list}");
        }
    }

    private static IEnumerable<string> PeerConfig(JsonNode? spec)
    {
        string[] errors =
        [
            .. Between(spec, "timers.connectRetryTimeSeconds", 1, int.MaxValue),
            .. Between(spec, "timers.holdTimeSeconds", 3, 65535),
            .. Between(spec, "timers.keepAliveTimeSeconds", 1, 65535),
            .. Between(spec, "gracefulRestart.restartTimeSeconds", 1, 4095),
            .. Between(spec, "ebgpMultihop", 1, 255),
            .. Between(spec, "transport.peerPort", 1, 65535),
        ];
        var (hold, keepAlive) = (
            spec.Number("timers", "holdTimeSeconds"),
            spec.Number("timers", "keepAliveTimeSeconds")
        );
        if (errors.Length == 0 && (keepAlive ?? 30) > (hold ?? 90))
        {
            yield return "spec.timers: Invalid value: keepAliveTimeSeconds can not be larger than holdTimeSeconds";
        }

        foreach (var error in errors)
        {
            yield return error;
        }

        if (spec.At("gracefulRestart") is { } restart && restart["enabled"] is null)
        {
            yield return "spec.gracefulRestart.enabled: Required value";
        }
    }

    private static IEnumerable<string> Advertisement(JsonNode? spec)
    {
        foreach (var (advertisement, path) in Numbered(spec, "advertisements"))
        {
            if (advertisement.Text("advertisementType") == "Service" && advertisement["service"] is null)
            {
                yield return $"{path}: Invalid value: service field is required for the 'Service' advertisementType";
            }

            var i = 0;
            foreach (var kind in advertisement.Texts("service", "addresses"))
            {
                foreach (
                    var error in OneOf(
                        kind,
                        $"{path}.service.addresses[{i++}]",
                        "LoadBalancerIP",
                        "ClusterIP",
                        "ExternalIP"
                    )
                )
                {
                    yield return error;
                }
            }

            i = 0;
            foreach (var community in advertisement.Texts("attributes", "communities", "standard"))
            {
                var at = $"{path}.attributes.communities.standard[{i++}]";
                if (!IsCommunity(community))
                {
                    yield return $"{at}: Invalid value: \"{community}\": {at} in body should match a standard community";
                }
            }
        }
    }

    private static IEnumerable<string> ClusterConfig(JsonObject manifest, JsonNode? spec)
    {
        var twice = spec.Items("bgpInstances")
            .CountBy(instance => instance.Text("name") ?? "")
            .FirstOrDefault(it => it.Value > 1);
        if (twice.Value > 1)
        {
            throw new RehearsalException(
                $"failed to create typed patch object (/{manifest.Name()}; cilium.io/v2, Kind=CiliumBGPClusterConfig): "
                    + $".spec.bgpInstances: duplicate entries for key [name=\"{twice.Key}\"]"
            );
        }

        foreach (var (instance, path) in Numbered(spec, "bgpInstances"))
        {
            foreach (var error in Between(instance, "localASN", 1, uint.MaxValue, path))
            {
                yield return error;
            }

            foreach (var (peer, peerPath) in Numbered(instance, "peers", path))
            {
                var at = $"{peerPath}.peerAddress";
                if (peer.Text("peerAddress") is { } address && !IPAddress.TryParse(address, out _))
                {
                    yield return $"{at}: Invalid value: \"{address}\": {at} in body should match an IP address";
                }

                foreach (var error in Between(peer, "peerASN", 0, uint.MaxValue, peerPath))
                {
                    yield return error;
                }
            }
        }
    }

    private static IEnumerable<string> Pool(JsonNode? spec)
    {
        foreach (var (block, path) in Numbered(spec, "blocks"))
        {
            if (block.Text("cidr") is { } cidr && Prefix.ParseLoosely(cidr) is null)
            {
                yield return $"{path}.cidr: Invalid value: \"{cidr}\": {path}.cidr in body must be of type cidr: \"{cidr}\"";
            }
        }

        if (spec.At("allowFirstLastIPs") is { } allowed)
        {
            foreach (var error in OneOf(allowed.ToString(), "spec.allowFirstLastIPs", "Yes", "No"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<string> Between(
        JsonNode? node,
        string field,
        long least,
        long most,
        string path = "spec"
    )
    {
        if (node.Number(field.Split('.')) is not { } value || (value >= least && value <= most))
        {
            yield break;
        }

        var at = $"{path}.{field}";
        var rule = value < least ? $"greater than or equal to {least}" : $"less than or equal to {most}";
        yield return $"{at}: Invalid value: {value}: {at} in body should be {rule}";
    }

    private static IEnumerable<string> OneOf(string value, string path, params string[] allowed)
    {
        if (!allowed.Contains(value, StringComparer.Ordinal))
        {
            var list = string.Join(", ", allowed.Select(it => $"\"{it}\""));
            yield return $"{path}: Unsupported value: \"{value}\": supported values: {list}";
        }
    }

    private static IEnumerable<(JsonNode Item, string Path)> Numbered(
        JsonNode? node,
        string field,
        string path = "spec"
    ) => node.Items(field).Select((item, i) => (item, $"{path}.{field}[{i}]"));

    /// <summary>A number of 32 bits, or two of 16.</summary>
    private static bool IsCommunity(string text) =>
        text.Split(':') switch
        {
            [var whole] => uint.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            [var high, var low] => ushort.TryParse(high, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && ushort.TryParse(low, NumberStyles.None, CultureInfo.InvariantCulture, out _),
            _ => false,
        };
}
