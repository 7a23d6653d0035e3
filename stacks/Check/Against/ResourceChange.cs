using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check.Against;

/// <summary>What becomes of a resource.</summary>
internal enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <param name="Resource">Its kind and name.</param>
/// <param name="Properties">What changed in it, each with both values in short; of secrets only that they changed.</param>
internal sealed record ResourceChange(ChangeKind Kind, string Resource, string Urn, ImmutableArray<string> Properties)
{
    /// <summary>The changes in the order of the new stack; what is gone comes last.</summary>
    /// <param name="before">Null for nothing.</param>
    /// <param name="after">Null for nothing.</param>
    public static ImmutableArray<ResourceChange> Between(StackView? before, StackView? after)
    {
        var was = ByUrn(before);
        var isNow = ByUrn(after);
        return
        [
            .. isNow
                .Values.Select(resource => Of(was.GetValueOrDefault(resource.Urn), resource))
                .OfType<ResourceChange>(),
            .. was
                .Values.Where(resource => !isNow.ContainsKey(resource.Urn))
                .Select(resource => new ResourceChange(ChangeKind.Removed, resource.ToString(), resource.Urn, [])),
        ];
    }

    private static ResourceChange? Of(StackResource? before, StackResource after)
    {
        if (before is null)
        {
            return new(ChangeKind.Added, after.ToString(), after.Urn, []);
        }

        ImmutableArray<string> changed = [.. PropertyChanges.Between(before.Root, after.Root)];
        return changed.IsEmpty ? null : new(ChangeKind.Changed, after.ToString(), after.Urn, changed);
    }

    private static Dictionary<string, StackResource> ByUrn(StackView? stack) =>
        (stack?.Resources ?? [])
            .DistinctBy(resource => resource.Urn)
            .ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
}
