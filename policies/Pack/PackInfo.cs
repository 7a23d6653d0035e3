using BgpLb.Policies.Pack.Protocol;
using BgpLb.Policies.Rules;
using BgpLb.Settings;

namespace BgpLb.Policies.Pack;

/// <summary>What the pack says of itself.</summary>
internal static class PackInfo
{
    public const string Name = "bgplb";

    public static string Version { get; } = typeof(PackInfo).Assembly.GetName().Version!.ToString(3);

    /// <summary>
    /// The rules with the levels that hold for this stack: the engine takes them for the defaults, and sends them back
    /// with what its user has configured for the pack laid over them.
    /// </summary>
    public static AnalyzerInfo Of(IEnumerable<Rule> rules, Levels levels)
    {
        var info = new AnalyzerInfo
        {
            Name = Name,
            DisplayName = "bgplb",
            Version = Version,
            SupportsConfig = true,
        };
        foreach (var rule in rules)
        {
            var level = Written(levels.Of(rule));
            info.Policies.Add(
                new PolicyInfo
                {
                    Name = rule.Name,
                    DisplayName = rule.Name,
                    Description = rule.Demand,
                    Message = $"{rule.Why} {rule.Remedy}",
                    EnforcementLevel = level,
                    PolicyType = rule.Whole is null ? PolicyType.Resource : PolicyType.Stack,
                    Severity = Written(rule.Severity),
                }
            );
            info.InitialConfig[rule.Name] = new() { EnforcementLevel = level };
        }

        return info;
    }

    public static EnforcementLevel Written(Enforcement level) =>
        level switch
        {
            Enforcement.Disabled => EnforcementLevel.Disabled,
            Enforcement.Advisory => EnforcementLevel.Advisory,
            _ => EnforcementLevel.Mandatory,
        };

    /// <summary>Nothing can be remedied by itself here, so whoever asks for that gets a refusal.</summary>
    public static Enforcement Read(EnforcementLevel level) =>
        level switch
        {
            EnforcementLevel.Disabled => Enforcement.Disabled,
            EnforcementLevel.Advisory => Enforcement.Advisory,
            _ => Enforcement.Mandatory,
        };

    public static PolicySeverity Written(Severity severity) =>
        severity switch
        {
            Severity.Error => PolicySeverity.High,
            Severity.Warning => PolicySeverity.Medium,
            _ => PolicySeverity.Low,
        };
}
