using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;

namespace BgpLb.Tests.Policies.Pack;

/// <summary>Rules that only tests have.</summary>
internal static class MadeRules
{
    public static Rule Each(
        string name,
        Func<StackResource, IEnumerable<Violation>> judge,
        Severity severity = Severity.Error
    ) => Empty(name, severity) with { Each = judge };

    public static Rule Whole(string name, Func<StackView, IEnumerable<Violation>> judge) =>
        Empty(name, Severity.Error) with
        {
            Whole = judge,
        };

    private static Rule Empty(string name, Severity severity) =>
        new()
        {
            Name = name,
            Demand = $"What {name} demands.",
            Why = "A test.",
            Remedy = "Do otherwise.",
            Wrong = "",
            Right = "",
            Severity = severity,
        };
}
