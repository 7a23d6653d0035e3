using System.Collections.Immutable;
using BgpLb.Policies;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;
using BgpLb.Settings;

namespace BgpLb.Tests.Policies.Support;

/// <summary>What one rule says of a stack.</summary>
internal static class Expect
{
    /// <summary>That the rule finds exactly this one thing, says all these parts in its message, and is sure of it.</summary>
    public static Finding Violated(string rule, StackView stack, params IEnumerable<string> parts)
    {
        var verdict = VerdictOf(rule, stack);
        Assert.Empty(verdict.Undecided);
        var finding = Assert.Single(verdict.Findings);
        Assert.All(parts, part => Assert.Contains(part, finding.Message, StringComparison.Ordinal));
        Assert.NotEqual("", finding.Remedy);
        return finding;
    }

    /// <summary>That the rule finds nothing, and is sure of it.</summary>
    public static void Kept(string rule, StackView stack)
    {
        var verdict = VerdictOf(rule, stack);
        Assert.Empty(verdict.Findings.Select(finding => finding.Message));
        Assert.Empty(verdict.Undecided);
    }

    /// <summary>That the rule cannot know yet, and says why.</summary>
    public static void Undecided(string rule, StackView stack, string reason)
    {
        var verdict = VerdictOf(rule, stack);
        Assert.Empty(verdict.Findings.Select(finding => finding.Message));
        Assert.Contains(verdict.Undecided, undecided => undecided.Reason.Contains(reason, StringComparison.Ordinal));
    }

    /// <summary>The verdict of one rule alone.</summary>
    public static Verdict VerdictOf(string rule, StackView stack)
    {
        Assert.Contains(AllRules.All, known => known.Name == rule);
        return Judging.Judge(
            stack,
            new Levels(
                AllRules
                    .All.Where(other => other.Name != rule)
                    .ToImmutableDictionary(other => other.Name, _ => Enforcement.Disabled)
            )
        );
    }
}
