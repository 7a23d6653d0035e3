using BgpLb.Policies.Model;
using BgpLb.Settings.Reading;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>Helm drops a value that the chart does not know without a word.</summary>
internal static class KnownValues
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "known-values",
            Demand =
                "Every value at the top level of the release's values, and below bgpControlPlane, l2announcements, "
                + "loadBalancer and nodePort, is one that the chart of this version knows.",
            Why =
                "Neither Helm nor the chart's schema says a word about a misspelt value or one that is gone: it does "
                + "nothing.",
            Remedy = "Take the value out of cilium.values, or write it as the chart's values.yaml does.",
            Wrong = "bgpControlPlane: { secretNamespace: { name: kube-system } }",
            Right = "bgpControlPlane: { secretsNamespace: { name: kube-system } }",
            Each = resource => Installation.Of(resource) is { } cilium ? Unknown(cilium, cilium.Values, "") : [],
        };

    private static IEnumerable<Violation> Unknown(Installation cilium, Property at, string path)
    {
        foreach (var (name, value) in at.Entries)
        {
            var inner = path.Length == 0 ? name : $"{path}.{name}";
            if (ChartValues.Closed.Contains(inner))
            {
                foreach (var violation in Unknown(cilium, value, inner))
                {
                    yield return violation;
                }
            }
            else if (FaultOf(cilium, inner) is { } fault)
            {
                yield return new(value, $"{inner} of {cilium.Values.Resource} {fault}.", RemedyFor(inner));
            }
        }
    }

    private static string? FaultOf(Installation cilium, string path)
    {
        if (!ChartValues.Known.TryGetValue(path, out var known))
        {
            return cilium.Release is { } release && release.IsAtLeast(1, ChartValues.Newest + 1)
                ? throw new NotKnownYetException(
                    $"whether Cilium {cilium.Version.Shown} has a value {path} is not known here"
                )
                : "is no value of the chart";
        }

        return (known.First, known.Last) is (0, ChartValues.NoEnd) ? null
            : !cilium.KnownRelease.IsAtLeast(1, known.First)
                ? $"comes with Cilium 1.{known.First} only, and {cilium.Version.Shown} is wanted"
            : cilium.KnownRelease.IsAtLeast(1, known.Last + 1) ? $"is gone since Cilium 1.{known.Last + 1}"
            : null;
    }

    private static string? RemedyFor(string path) =>
        ChartValues.Known.ContainsKey(path) ? null
        : Spelling.Nearest(path, ChartValues.Known.Keys.Concat(ChartValues.Closed)) is { } near
            ? $"Write {near} if that is meant, or take it out of cilium.values."
        : null;
}
