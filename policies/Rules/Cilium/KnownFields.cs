using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>The API server drops a field that a kind does not have, and says so in a warning that nobody reads.</summary>
internal static class KnownFields
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "known-fields",
            Demand = "Cilium's objects have no field that their kind lacks, and lists and objects where they belong.",
            Why =
                "A misplaced or misspelt field is dropped with a warning, or refused in the middle of an update: a "
                + "selector at the wrong place selects nothing.",
            Remedy = "Put the field where the kind has it; kubectl explain says where.",
            Wrong = "attributes: { communities: [\"64512:100\"] }",
            Right = "attributes: { communities: { standard: [\"64512:100\"] } }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var cilium = Installation.Of(stack).FirstOrDefault();
        return from resource in stack.Resources
            where resource.Type == $"kubernetes:cilium.io/v2:{resource.Kind}"
            let fields = ObjectFields.ByKind.GetValueOrDefault(resource.Kind!)
            where fields is not null
            from violation in Outside(resource).Concat(Unknown(resource["spec"], "", new(fields, cilium)))
            select violation;
    }

    /// <summary>What stands beside the spec.</summary>
    private static IEnumerable<Violation> Outside(StackResource resource) =>
        from entry in resource.Root.Entries
        where entry.Name is not ("apiVersion" or "kind" or "metadata" or "spec" or "status")
        select Lacking(entry.Value);

    private static IEnumerable<Violation> Unknown(Property at, string path, Known known)
    {
        var element = $"{path}[]";
        if (at.Elements.Any() && !known.Fields.Has(element))
        {
            return [new(at, $"{at} is a list, and its kind has none there.")];
        }

        if (at.Elements.Any())
        {
            return at.Elements.SelectMany(inner => Unknown(inner, element, known));
        }

        if (at.Entries.Any())
        {
            return at.Entries.SelectMany(entry => Within(entry.Value, path, entry.Name, known));
        }

        return at.Text is null || known.Fields.IsLeaf(path)
            ? []
            : [new(at, $"{at} is {at.Shown}, and its kind has an object or a list there.")];
    }

    private static IEnumerable<Violation> Within(Property inner, string path, string name, Known known)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        return known.Fields.IsLeaf($"{path}.*") ? []
            : !known.Fields.Has(at) ? [Lacking(inner)]
            : known.Lacks(at) ? [Lacking(inner, $": it comes with 1.{known.Fields.Leaves[at]}")]
            : Unknown(inner, at, known);
    }

    private static Violation Lacking(Property field, string because = "") =>
        new(field, $"{field} is a field that its kind does not have{because}.");

    private sealed record Known(ObjectFields Fields, Installation? Cilium)
    {
        public bool Lacks(string path) =>
            Fields.Leaves.GetValueOrDefault(path) is > 0 and var since
            && Cilium is not null
            && !Cilium.KnownRelease.IsAtLeast(1, since);
    }
}
