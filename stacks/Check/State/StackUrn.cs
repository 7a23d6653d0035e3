namespace BgpLb.Stacks.Check.State;

/// <summary>The parts of <c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
/// <param name="Type">The resource's own, without those of its parents.</param>
internal sealed record StackUrn(string Stack, string Project, string Type, string Name)
{
    private const string Prefix = "urn:pulumi:";

    /// <summary>Null for anything else. A name may hold two colons itself.</summary>
    public static StackUrn? Parse(string urn) =>
        urn.StartsWith(Prefix, StringComparison.Ordinal)
        && urn[Prefix.Length..].Split("::", 4) is [var stack, var project, var types, var name]
            ? new(stack, project, types[(types.LastIndexOf('$') + 1)..], name)
            : null;
}
