using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check.Against;

/// <summary>What a change does to a stack.</summary>
/// <param name="Before">Null where the stack was not there, or could not be read.</param>
/// <param name="After">Null where it is gone.</param>
/// <param name="Note">What a person has to know of the comparison; empty for nothing.</param>
internal sealed record StackChange(
    string Name,
    CheckedStack? Before,
    CheckedStack? After,
    ImmutableArray<ResourceChange> Resources,
    ImmutableArray<AddressChange> Addresses,
    string Note
)
{
    /// <summary>What the change does to traffic, a sentence each: comments show these first.</summary>
    public ImmutableArray<string> Impact { get; init; } = [];

    /// <summary>Findings that were not there before.</summary>
    public ImmutableArray<PlacedFinding> New => Without(After, Before);

    /// <summary>Findings that are no more.</summary>
    public ImmutableArray<PlacedFinding> Fixed => Without(Before, After);

    /// <summary>Findings that were there before and still are.</summary>
    public ImmutableArray<PlacedFinding> Remaining => After is null ? [] : [.. After.Findings.Except(New)];

    /// <summary>Compares a stack with what it was.</summary>
    public static StackChange Of(string name, ReadStack? before, ReadStack? after, ReadProject old, ReadProject now)
    {
        var was = before is { View: not null } ? CheckedStack.Of(before, old.OthersThan(name)) : null;
        var isNow = after is null ? null : CheckedStack.Of(after, now.OthersThan(name), before?.View ?? Empty(after));
        var note =
            after is null ? "The stack is gone: its file is no more. What it made stays until pulumi destroy."
            : before is null ? "The stack is new."
            : before.View is null
                ? "What the stack was could not be read by this version: "
                    + string.Join("; ", before.Problems.Select(problem => problem.ToString()))
            : "";
        var isComparable = before is null or { View: not null } && after is null or { View: not null };
        return new(
            name,
            was,
            isNow,
            isComparable ? ResourceChange.Between(before?.View, after?.View) : [],
            isComparable ? AddressChange.Between(before?.View, after?.View) : [],
            note
        )
        {
            Impact = before?.View is { } ran && after?.View is { } runs ? ImpactWords.Of(ran, runs) : [],
        };

        // A stack that was not there ran nothing; one that cannot be read ran what nobody knows.
        StackView? Empty(ReadStack stack) =>
            before is null && stack.View is { } view ? view with { Resources = [] } : null;
    }

    private static ImmutableArray<PlacedFinding> Without(CheckedStack? these, CheckedStack? others)
    {
        if (these is null)
        {
            return [];
        }

        // As often as it was there before, a finding is no new one.
        var left = (others?.Findings ?? []).CountBy(found => found.Identity).ToDictionary(StringComparer.Ordinal);
        var kept = ImmutableArray.CreateBuilder<PlacedFinding>();
        foreach (var found in these.Findings)
        {
            var count = left.GetValueOrDefault(found.Identity);
            left[found.Identity] = count - 1;
            if (count <= 0)
            {
                kept.Add(found);
            }
        }

        return kept.ToImmutable();
    }
}
