using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check.Chart;

/// <summary>A release as helm is told of it.</summary>
/// <param name="Chart">The chart's name in a repository.</param>
/// <param name="HasSecrets">Whether secrets are among the values.</param>
internal sealed record ChartRelease(
    string Name,
    string Namespace,
    string Chart,
    string? Version,
    Fields Values,
    bool HasSecrets
)
{
    /// <summary>The stack's release, its own or somebody else's; null without one.</summary>
    public static ChartRelease? In(StackView stack)
    {
        if (stack.OfType("kubernetes:helm.sh/v3:Release").FirstOrDefault() is { } release)
        {
            return Of(
                TextOf(release["name"]) ?? release.Name,
                TextOf(release["namespace"]) ?? "default",
                TextOf(release["chart"]) ?? "cilium",
                TextOf(release["version"]),
                release["values"]
            );
        }

        var needed = stack.OfType("bgplb:index:CiliumRelease").FirstOrDefault();
        return needed?["release"].Text?.Split('/') is [var where, var name]
            ? Of(name, where, "cilium", needed["version"].Text, needed["neededValues"])
            : null;
    }

    private static ChartRelease Of(string name, string where, string chart, string? version, Property values) =>
        new(
            name,
            where,
            chart[(chart.LastIndexOf('/') + 1)..],
            version,
            (values.Value is Secret secret ? secret.Inner : values.Value) as Fields ?? Fields.Empty,
            values.IsSecret || ChartValues.HoldSecrets(values.Value)
        );

    /// <summary>Null also for what is not known.</summary>
    private static string? TextOf(Property property) => (property.Value as Text)?.Content;
}
