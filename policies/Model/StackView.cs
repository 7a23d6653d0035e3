using System.Collections.Immutable;

namespace BgpLb.Policies.Model;

/// <summary>All that rules may look at.</summary>
/// <param name="Resources">Every resource, the stack's own one and the components included.</param>
public sealed record StackView(string Project, string Name, ImmutableArray<StackResource> Resources)
{
    /// <summary>What runs now, as far as anybody knows; null for not at all.</summary>
    public StackView? Before { get; init; }

    /// <summary>The project's other stacks; null where nobody has looked.</summary>
    public ImmutableArray<StackView>? Others { get; init; }

    /// <summary>The Kubernetes objects of a kind, whatever the version of its API.</summary>
    public IEnumerable<StackResource> OfKind(string kind) =>
        Resources.Where(resource => string.Equals(resource.Kind, kind, StringComparison.Ordinal));

    /// <summary>The resources of a type: <c>command:remote:Command</c>.</summary>
    public IEnumerable<StackResource> OfType(string type) =>
        Resources.Where(resource => string.Equals(resource.Type, type, StringComparison.Ordinal));

    /// <summary>What runs now.</summary>
    /// <exception cref="NotKnownYetException">Nobody knows.</exception>
    internal StackView KnownBefore =>
        Before
        ?? throw new NotKnownYetException("what runs now is not known: check --against REV or --state FILE says");

    /// <summary>The project's other stacks.</summary>
    /// <exception cref="NotKnownYetException">Nobody has looked.</exception>
    internal ImmutableArray<StackView> KnownOthers =>
        Others
        ?? throw new NotKnownYetException("the project's other stacks are not known here: bgplb check reads them");
}
