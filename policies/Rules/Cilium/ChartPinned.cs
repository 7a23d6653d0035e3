using System.Text.RegularExpressions;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>What runs is what was reviewed.</summary>
internal static partial class ChartPinned
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "chart-pinned",
            Demand = "The chart of Cilium has one exact version.",
            Why =
                "With a range or none, Helm takes what the repository has that day: an update of something else rolls "
                + "every node to a release that nobody has looked at.",
            Remedy = "Set cilium.version to one release, such as 1.20.2.",
            Wrong = "chart: cilium\nversion: \">= 1.18\"",
            Right = "chart: cilium\nversion: 1.20.2",
            Each = Judge,
        };

    private static IEnumerable<Violation> Judge(StackResource resource)
    {
        if (Installation.Of(resource) is { } cilium && (cilium.Version.Text is not { } text || !Exact().IsMatch(text)))
        {
            yield return new(
                cilium.Version,
                $"{resource} has the version {cilium.Version.Shown}, which is no exact one."
            );
        }
    }

    [GeneratedRegex(
        @"\Av?[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?\z",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Exact();
}
