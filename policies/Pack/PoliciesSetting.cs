using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Policies.Rules;

namespace BgpLb.Policies.Pack;

/// <summary>
/// A level for a rule that there is not would be no level at all, and nobody would know. The program cannot refuse it: it
/// does not know the rules.
/// </summary>
internal static class PoliciesSetting
{
    /// <param name="problems">What is wrong with the setting, in sentences.</param>
    public static Rule Rule(ImmutableArray<string> problems) =>
        new()
        {
            Name = "policies-setting",
            Demand = "The setting policies gives levels to rules that there are.",
            Why = "A level for an unknown rule changes nothing.",
            Remedy = "Correct the setting policies; docs/policies lists the rules.",
            Wrong = "bgplb:policies: { host-keys: advisory }",
            Right = "bgplb:policies: { host-key: advisory }",
            Whole = stack =>
                from resource in stack.OfType(ResourceGraph.StackType).Take(1)
                from problem in problems
                select new Violation(resource.Root, problem),
        };
}
