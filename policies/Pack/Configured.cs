using System.Collections.Immutable;
using BgpLb.Policies.Rules;

namespace BgpLb.Policies.Pack;

/// <summary>What holds for one update.</summary>
/// <param name="Rules">With the one about the setting <c>policies</c> itself.</param>
internal sealed record Configured(
    string Project,
    string Stack,
    ImmutableArray<Rule> Rules,
    Diagnostics Diagnostics,
    Levels Levels
)
{
    private readonly HashSet<string> _ofWhole =
    [
        .. Rules.Where(rule => rule.Whole is not null).Select(rule => rule.Name),
    ];

    public static Configured Of(string project, string stack, ImmutableArray<Rule> rules, StackLevels levels)
    {
        var all = rules.Add(PoliciesSetting.Rule(levels.Problems));
        return new(project, stack, all, new(all), new(levels.Levels));
    }

    /// <summary>Whether a rule judges the stack as a whole.</summary>
    public bool IsOfWhole(string rule) => _ofWhole.Contains(rule);
}
