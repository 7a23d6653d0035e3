using BgpLb.Policies.Rules;
using BgpLb.Settings;

namespace BgpLb.Policies;

/// <summary>How strictly each rule is enforced: what the engine was told for the pack, else the stack's settings, else the rule's own.</summary>
/// <param name="OfStack">From the setting <c>policies</c>.</param>
/// <param name="OfPack">From the configuration of the policy pack.</param>
internal sealed record Levels(
    IReadOnlyDictionary<string, Enforcement> OfStack,
    IReadOnlyDictionary<string, Enforcement>? OfPack = null
)
{
    public static Levels Default { get; } = new(new Dictionary<string, Enforcement>(StringComparer.Ordinal));

    public Enforcement Of(Rule rule) =>
        OfPack?.TryGetValue(rule.Name, out var told) == true ? told
        : OfStack.TryGetValue(rule.Name, out var set) ? set
        : rule.Enforcement;
}
