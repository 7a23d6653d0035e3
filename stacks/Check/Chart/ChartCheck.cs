using BgpLb.Policies;

namespace BgpLb.Stacks.Check.Chart;

/// <summary>A preview does not render the chart, so what the chart refuses would fail only in an update.</summary>
internal static class ChartCheck
{
    /// <summary>The stack with what its chart says of its values. What could not be looked at is said on standard error.</summary>
    /// <param name="chart">A folder or an archive, else a repository's address.</param>
    /// <param name="isLacking">Set where it could not be looked at.</param>
    public static CheckedStack Add(
        Surroundings here,
        CheckedStack judged,
        ReadStack stack,
        string chart,
        ref bool isLacking
    )
    {
        if (stack.View is not { } view || ChartRelease.In(view) is not { } release)
        {
            return judged;
        }

        var (outcome, said) = Helm.Render(release, here.Resolve(chart), chart);
        if (outcome == HelmOutcome.Rendered)
        {
            return judged;
        }

        if (outcome == HelmOutcome.NotTried)
        {
            isLacking = true;
            here.Error.WriteLine($"Not checked: whether the chart takes the values of {judged.Name}. {said}");
            return judged;
        }

        var lineOf = stack.Planned?.Reading?.LineOf ?? (_ => 1);
        return judged with
        {
            Findings =
            [
                .. judged.Findings,
                .. ChartRefusals
                    .In(said, release.HasSecrets)
                    .Select(refusal => new PlacedFinding(
                        Of(refusal),
                        Math.Max(1, lineOf(refusal.Setting)),
                        refusal.Setting
                    )),
            ],
        };
    }

    private static Finding Of(ChartRefusal refusal) =>
        new(
            CheckedStack.ChartRule,
            Severity.Error,
            refusal.Setting,
            $"The chart refuses the release's values: {refusal.Message}",
            "Change cilium.values, or the settings that the value comes from."
        )
        {
            IsMandatory = true,
        };
}
