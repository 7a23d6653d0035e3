using System.Collections.Immutable;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules;
using BgpLb.Settings;

namespace BgpLb.Policies;

/// <summary>What the rules say of a stack.</summary>
/// <param name="Undecided">What could not be judged, and why: neither passed nor failed.</param>
public sealed record Verdict(ImmutableArray<Finding> Findings, ImmutableArray<Undecided> Undecided)
{
    /// <summary>Whether nothing stands against the update.</summary>
    public bool Passed => !Findings.Any(finding => finding.IsMandatory);
}

/// <param name="Reason">What is not known.</param>
/// <param name="Urn">The resource that could not be judged; null for the whole stack.</param>
public sealed record Undecided(string Rule, string Reason, string? Urn = null);

/// <summary>
/// Applies the rules, which are all that there are where none are given. Pure: the same stack, the same verdict. A rule
/// that throws makes it throw a <see cref="RuleFailedException"/>.
/// </summary>
internal static class Judging
{
    /// <summary>Every rule on everything.</summary>
    public static Verdict Judge(StackView stack, Levels levels, IEnumerable<Rule>? rules = null)
    {
        var report = new Report(levels, stack.Resources);
        foreach (var rule in rules ?? AllRules.All)
        {
            if (rule.Whole is { } whole)
            {
                report.Run(rule, urn: null, () => whole(stack));
                continue;
            }

            foreach (var resource in stack.Resources)
            {
                report.Run(rule, resource.Urn, () => rule.Each!(resource));
            }
        }

        return report.Verdict;
    }

    /// <summary>The rules that need one resource only.</summary>
    public static Verdict Judge(StackResource resource, Levels levels, IEnumerable<Rule>? rules = null)
    {
        var report = new Report(levels, [resource]);
        foreach (var rule in (rules ?? AllRules.All).Where(rule => rule.Each is not null))
        {
            report.Run(rule, resource.Urn, () => rule.Each!(resource));
        }

        return report.Verdict;
    }

    private sealed class Report(Levels levels, IReadOnlyCollection<StackResource> resources)
    {
        private readonly Lazy<Discretion> _discretion = new(() => new(resources));
        private readonly List<Finding> _findings = [];
        private readonly List<Undecided> _undecided = [];

        public Verdict Verdict => new([.. _findings], [.. _undecided]);

        public void Run(Rule rule, string? urn, Func<IEnumerable<Violation>> judge)
        {
            var level = levels.Of(rule);
            if (level == Enforcement.Disabled)
            {
                return;
            }

            try
            {
                foreach (var violation in judge())
                {
                    _findings.Add(FindingOf(rule, level, violation));
                }
            }
            catch (NotKnownYetException unknown)
            {
                _undecided.Add(new(rule.Name, _discretion.Value.Keep(unknown.Message), urn));
            }
            catch (Exception cause)
            {
                throw new RuleFailedException(rule, urn, cause);
            }
        }

        private Finding FindingOf(Rule rule, Enforcement level, Violation violation) =>
            new(
                rule.Name,
                rule.Severity,
                violation.At.Path.Length == 0
                    ? violation.At.Resource.Urn
                    : $"{violation.At.Resource.Urn} {violation.At.Path}",
                _discretion.Value.Keep(violation.Message),
                _discretion.Value.Keep(violation.Remedy ?? rule.Remedy)
            )
            {
                Urn = violation.At.Resource.Urn,
                Property = violation.At.Path,
                IsMandatory = level == Enforcement.Mandatory,
            };
    }
}
