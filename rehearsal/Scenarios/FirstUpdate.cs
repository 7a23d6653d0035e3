using BgpLb.Rehearsal.Execution;
using BgpLb.Rehearsal.Reports;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>The update that brings the stack to the empty lab, as the first of the scenarios.</summary>
internal static class FirstUpdate
{
    public static ScenarioResult Result(Update update)
    {
        var elapsed = TimeSpan.FromTicks(update.Steps.Sum(step => step.Elapsed.Ticks));
        return new(
            "update",
            "The stack's own graph is executed",
            "Converge",
            update.Succeeded ? Outcomes.Passed : Outcomes.Failed,
            elapsed,
            [
                new(
                    "the update",
                    "succeeds, the routers' confirmation included",
                    update.Failure ?? $"{update.Steps.Count} resources made in {elapsed.TotalSeconds:0.0} s",
                    update.Succeeded
                ),
            ]
        );
    }
}
