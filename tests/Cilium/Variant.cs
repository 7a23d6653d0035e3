using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BgpLb.Addressing;
using BgpLb.Cilium;
using BgpLb.Settings;

namespace BgpLb.Tests.Cilium;

/// <summary>What a person may write that decides over Helm values.</summary>
/// <param name="Groups">Node groups, each with a network of its own.</param>
/// <param name="Own">The person's own Helm values, as JSON.</param>
internal sealed record Variant(
    Distribution Distribution,
    LoadBalancerMode Mode,
    RoutingMode Routing,
    bool ReplacesKubeProxy,
    int Groups,
    ImmutableArray<IpFamily> Families,
    string Own = "{}"
)
{
    private static readonly ImmutableArray<IpFamily>[] FamilySets =
    [
        [IpFamily.IPv4],
        [IpFamily.IPv6],
        [IpFamily.IPv4, IpFamily.IPv6],
    ];

    /// <summary>Every combination.</summary>
    public static ImmutableArray<Variant> All { get; } =
    [
        .. from distribution in Enum.GetValues<Distribution>()
        from mode in Enum.GetValues<LoadBalancerMode>()
        from routing in Enum.GetValues<RoutingMode>()
        from replaces in new[] { true, false }
        from groups in new[] { 1, 2 }
        from families in FamilySets
        select new Variant(distribution, mode, routing, replaces, groups, families),
    ];

    /// <summary>The combinations that the settings allow.</summary>
    public static ImmutableArray<Variant> Accepted { get; } = [.. All.Where(variant => variant.Values is not null)];

    public SettingsReading Reading =>
        SettingsReading.FromEngine(
            "bgplb",
            "variant",
            VariantConfig.Of(this),
            new HashSet<string>(StringComparer.Ordinal),
            Path.GetPathRoot(AppContext.BaseDirectory)!
        );

    /// <summary>The values, or null where the settings are refused.</summary>
    public JsonObject? Values =>
        Reading.Settings is { } settings ? ClearJson.Of(ReleaseValues.Of(settings))!.AsObject() : null;

    public override string ToString() =>
        $"{Distribution} {Mode} {Routing} {(ReplacesKubeProxy ? "without" : "with")} kube-proxy, "
        + $"{Groups} groups, {string.Join('+', Families)}, own {Own}";
}
