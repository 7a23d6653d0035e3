using BgpLb.Policies.Pack.Protocol;
using BgpLb.Policies.Rules;

namespace BgpLb.Policies.Pack;

/// <summary>What the rules say, as the engine shows it.</summary>
internal sealed class Diagnostics(IEnumerable<Rule> rules)
{
    private readonly Dictionary<string, Rule> _rules = rules.ToDictionary(rule => rule.Name, StringComparer.Ordinal);

    public AnalyzeDiagnostic Of(Finding finding) =>
        Make(
            finding.Rule,
            _rules[finding.Rule].Demand,
            $"{finding.Message} {finding.Remedy}".TrimEnd(),
            finding.IsMandatory ? EnforcementLevel.Mandatory : EnforcementLevel.Advisory,
            PackInfo.Written(finding.Severity),
            finding.Urn
        );

    /// <summary>Neither passed nor failed: shown, and nothing is stopped.</summary>
    public AnalyzeDiagnostic Of(Undecided undecided, string stackUrn) =>
        Make(
            undecided.Rule,
            _rules[undecided.Rule].Demand,
            $"Not judged yet: {undecided.Reason}.",
            EnforcementLevel.Advisory,
            PolicySeverity.Low,
            undecided.Urn ?? stackUrn
        );

    private static AnalyzeDiagnostic Make(
        string rule,
        string description,
        string message,
        EnforcementLevel level,
        PolicySeverity severity,
        string? urn
    ) =>
        new()
        {
            PolicyName = rule,
            PolicyPackName = PackInfo.Name,
            PolicyPackVersion = PackInfo.Version,
            Description = description,
            Message = message,
            EnforcementLevel = level,
            Severity = severity,
            Urn = urn ?? "",
        };
}
