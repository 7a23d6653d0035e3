using System.Collections.Immutable;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Against;

/// <summary>What a change introduces, stack by stack.</summary>
/// <param name="Revision">What it is compared with.</param>
/// <param name="Now">What is found in the stacks as they are now.</param>
internal sealed record AgainstReport(string Revision, ImmutableArray<StackChange> Stacks, CheckReport Now)
{
    public static AgainstReport Of(string revision, ReadProject now, ReadProject old, string[] named, Surroundings here)
    {
        var names = named.Length > 0 ? named.Distinct() : now.All.Union(old.All).Select(stack => stack.Name).Distinct();
        StackChange[] changes =
        [
            .. names
                .Order(StringComparer.Ordinal)
                .Select(name => StackChange.Of(name, old[name], IsGone(now, old, name) ? null : now[name], old, now)),
        ];
        return new(
            revision,
            [.. changes],
            new(
                [.. changes.Select(change => change.After).OfType<CheckedStack>()],
                here.Folder,
                FilePaths.RepositoryOf(now.Folder)
            )
        );
    }

    /// <summary>In few words: how many findings are new, fixed and left.</summary>
    public string Summary =>
        $"{Words.Count(Count(change => change.New), "new finding", "new findings")}, "
        + $"{Count(change => change.Fixed)} fixed, {Count(change => change.Remaining)} remaining";

    private static bool IsGone(ReadProject now, ReadProject old, string name) =>
        old[name] is not null && (now[name] is not { } stack || !File.Exists(stack.File));

    private int Count(Func<StackChange, ImmutableArray<PlacedFinding>> of) => Stacks.Sum(change => of(change).Length);
}
