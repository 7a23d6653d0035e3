using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>
/// Selections by the values that they require of one label each, so that a thousand pools, each with a value of its own,
/// are not compared with one another.
/// </summary>
internal sealed class Selections
{
    private readonly List<Selection> _others = [];
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);

    /// <summary>A pool that can match the same Service in the same family.</summary>
    public StackResource? FirstThatMeets(Selection selection) =>
        CandidatesFor(selection).FirstOrDefault(selection.Meets)?.Pool;

    public void Add(Selection selection)
    {
        if (selection.Required is not { } required)
        {
            _others.Add(selection);
            return;
        }

        if (!_groups.TryGetValue(required.Key, out var group))
        {
            _groups[required.Key] = group = new([], new(StringComparer.Ordinal));
        }

        group.All.Add(selection);
        foreach (var value in required.Values)
        {
            if (!group.ByValue.TryGetValue(value, out var selections))
            {
                group.ByValue[value] = selections = [];
            }

            selections.Add(selection);
        }
    }

    private IEnumerable<Selection> CandidatesFor(Selection selection) =>
        _groups
            .SelectMany(group =>
                selection.Required is { } required && string.Equals(group.Key, required.Key, StringComparison.Ordinal)
                    ? required.Values.SelectMany(value => group.Value.ByValue.GetValueOrDefault(value) ?? [])
                    : group.Value.All
            )
            .Concat(_others);

    private sealed record Group(List<Selection> All, Dictionary<string, List<Selection>> ByValue);
}
