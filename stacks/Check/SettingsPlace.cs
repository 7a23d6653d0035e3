using System.Text.RegularExpressions;
using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Settings;

namespace BgpLb.Stacks.Check;

/// <summary>Where in the stack's file a person mends what was found in a resource.</summary>
internal sealed partial class SettingsPlace(StackSettings settings, StackView stack)
{
    private readonly Lazy<Dictionary<string, StackResource>> _byUrn = new(() =>
        stack.Resources.DistinctBy(resource => resource.Urn).ToDictionary(resource => resource.Urn)
    );

    /// <summary>The path of the setting: <c>pools[0].addresses[1]</c>; empty where no setting fits.</summary>
    public string Of(Finding finding)
    {
        var place =
            finding.Urn is { } urn && _byUrn.Value.TryGetValue(urn, out var resource)
                ? Of(resource, finding.Property)
                : "";
        return Named(finding.Remedy, place) ?? place;
    }

    private string Of(StackResource resource, string property)
    {
        var parent = resource.Parent is { } above ? _byUrn.Value.GetValueOrDefault(above) : null;
        return resource.Type switch
        {
            "bgplb:index:LoadBalancer" => OfLoadBalancer(property),
            "bgplb:index:AddressPools" => Pool(Under("pools", property)) ?? "pools",
            "bgplb:index:VipSubnet" => VipSubnet(resource) ?? "vipSubnets",
            "bgplb:index:CiliumRelease" or "kubernetes:helm.sh/v3:Release" => OfRelease(property),
            "bgplb:index:BgpPeering" => NodeGroup(group => group.Name == Under("nodeGroups", property))
                ?? Session(property)
                ?? "cluster.nodeGroups",
            "bgplb:index:BgpPassword" or "kubernetes:core/v1:Secret" => "bgp.password",
            "bgplb:index:RouterChange" or "bgplb:index:RouterConfirmation" => OfRouter(resource.Name, property) ?? "",
            "pulumi:providers:kubernetes" => "cluster.kubeContext",
            _ when resource.Kind is { } kind => OfObject(kind, resource, property),
            _ when parent?.Type == "bgplb:index:BgpPassword" => "bgp.password",
            _ when parent is not null => OfRouter(parent.Name, property) ?? "",
            _ => "",
        };
    }

    private string OfObject(string kind, StackResource resource, string property) =>
        kind switch
        {
            "CiliumLoadBalancerIPPool" => OfPool(resource.ObjectName, property),
            "CiliumBGPPeerConfig" => Session(Under("spec", property) ?? "") ?? "bgp",
            "CiliumBGPAdvertisement" => Session(property) ?? "bgp",
            "CiliumBGPClusterConfig" when property.EndsWith(".localASN", StringComparison.Ordinal) => "cluster.asn",
            "CiliumBGPClusterConfig" => NodeGroup(group => $"{stack.Project}-{group.Name}" == resource.ObjectName)
                ?? "cluster.nodeGroups",
            "CiliumBGPNodeConfigOverride" => "cluster.nodeGroups",
            "ExternalSecret" => "bgp.password",
            _ => "",
        };

    private string OfPool(string name, string property) =>
        Pool(name) is not { } pool ? ""
        : property.StartsWith("spec.blocks", StringComparison.Ordinal) ? $"{pool}.addresses"
        : pool;

    private string OfLoadBalancer(string property) =>
        Under("promises", property) is { } promise ? $"objectives.failover.{promise}"
        : Under("failover", property) is { } fault ? $"objectives.failover.{fault}"
        : Under("capacity", property) is { } pool ? Pool(pool) ?? "pools"
        : property.StartsWith("pods", StringComparison.Ordinal) ? "cluster.podCidrs"
        : property.StartsWith("services", StringComparison.Ordinal) ? "cluster.serviceCidrs"
        : "cluster";

    private static string OfRelease(string property) =>
        property switch
        {
            "version" or "chart" or "namespace" => $"cilium.{property}",
            "name" or "release" => "cilium.release",
            "repositoryOpts.repo" => "cilium.repository",
            "skipAwait" => "cilium.await",
            "management" => "cilium.management",
            _ when Under("values", property) is { } value => $"cilium.values.{value}",
            _ when Under("neededValues", property) is { } value => $"cilium.values.{value}",
            _ => "cilium",
        };

    private string? OfRouter(string name, string property) =>
        Entry("routers", settings.Routers.Select(router => router.Name), name) is { } router
            ? property switch
            {
                "asn" or "version" or "dialect" or "revertAfter" or "retain" => $"{router}.{property}",
                "owns" => $"{router}.delivery",
                "connection.host" or "connection.user" or "connection.port" or "connection.hostKey" =>
                    $"{router}.ssh.{property["connection.".Length..]}",
                "connection" => $"{router}.ssh",
                _ => router,
            }
            : null;

    private string? Pool(string? name) => Entry("pools", settings.Pools.Select(pool => pool.Name), name);

    private string? VipSubnet(StackResource subnet) =>
        Entry("vipSubnets", settings.VipSubnets.Select(prefix => prefix.ToString()), subnet["prefix"].Text);

    private string? NodeGroup(Predicate<NodeGroupSettings> isIt)
    {
        var at = settings.Cluster.NodeGroups.ToList().FindIndex(isIt);
        return at < 0 ? null : $"cluster.nodeGroups[{at}]";
    }

    /// <summary>What is the same for all sessions, by the names that Cilium and the components use.</summary>
    private static string? Session(string property) =>
        property.StartsWith("gracefulRestart", StringComparison.Ordinal) ? "bgp.gracefulRestart"
        : property.StartsWith("authSecretRef", StringComparison.Ordinal) ? "bgp.password"
        : property.Contains("communities", StringComparison.Ordinal) ? "bgp.communities"
        : property switch
        {
            "holdTime" or "timers.holdTimeSeconds" => "bgp.holdTime",
            "keepAliveTime" or "timers.keepAliveTimeSeconds" => "bgp.keepAliveTime",
            "timers.connectRetryTimeSeconds" => "bgp.connectRetryTime",
            _ => null,
        };

    private static string? Entry(string list, IEnumerable<string> names, string? name)
    {
        var at = names.ToList().FindIndex(known => known == name);
        return at < 0 ? null : $"{list}[{at}]";
    }

    /// <summary>What follows in a path after a field and a dot.</summary>
    private static string? Under(string field, string path) =>
        path.StartsWith($"{field}.", StringComparison.Ordinal) ? path[(field.Length + 1)..] : null;

    /// <summary>The setting that the remedy names, where it is a part of the place: <c>routers[].maximumPaths</c>.</summary>
    private static string? Named(string remedy, string place)
    {
        foreach (var match in Setting().EnumerateMatches(remedy))
        {
            var name = Element(remedy.Substring(match.Index, match.Length), place);
            if (place.Length == 0 || name.StartsWith($"{place}.", StringComparison.Ordinal))
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>A setting with the place's own element of the list; without one, the list.</summary>
    private static string Element(string setting, string place)
    {
        var at = setting.IndexOf("[]", StringComparison.Ordinal);
        return at < 0 ? setting
            : place.StartsWith($"{setting[..at]}[", StringComparison.Ordinal)
                ? place[..(place.IndexOf(']', StringComparison.Ordinal) + 1)] + setting[(at + 2)..]
            : setting[..at];
    }

    [GeneratedRegex(
        @"\b(cluster|cilium|vipSubnets|pools|routers|bgp|objectives|protect)(\[\])?(\.[A-Za-z]+(\[\])?)+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Setting();
}
