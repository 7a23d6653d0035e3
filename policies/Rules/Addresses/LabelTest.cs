namespace BgpLb.Policies.Rules.Addresses;

/// <summary>What a label selector says of one label.</summary>
/// <param name="MayBeAbsent">Whether an object without the label is selected.</param>
/// <param name="IsNegated">Whether <paramref name="Values"/> are those that are not selected; otherwise they are the only ones.</param>
internal sealed record LabelTest(bool MayBeAbsent, bool IsNegated, HashSet<string> Values)
{
    /// <summary>Whether the label must have one of some values.</summary>
    public bool IsRequired => this is { MayBeAbsent: false, IsNegated: false };

    /// <summary>Whether some value, or the label's absence, passes both.</summary>
    public bool Meets(LabelTest other) =>
        (MayBeAbsent && other.MayBeAbsent)
        || (IsNegated ? other.IsNegated || other.Values.Any(Passes) : Values.Any(other.Passes));

    /// <summary>Whether whatever passes this passes the other.</summary>
    public bool IsWithin(LabelTest other) =>
        (other.MayBeAbsent || !MayBeAbsent)
        && (IsNegated ? other.IsNegated && other.Values.IsSubsetOf(Values) : Values.All(other.Passes));

    /// <summary>Null for an operator that Kubernetes does not know.</summary>
    public static LabelTest? Of(string? @operator, IEnumerable<string> values) =>
        @operator switch
        {
            "In" => new(MayBeAbsent: false, IsNegated: false, Set(values)),
            "NotIn" => new(MayBeAbsent: true, IsNegated: true, Set(values)),
            "Exists" => new(MayBeAbsent: false, IsNegated: true, Set([])),
            "DoesNotExist" => new(MayBeAbsent: true, IsNegated: false, Set([])),
            _ => null,
        };

    private bool Passes(string value) => Values.Contains(value) != IsNegated;

    private static HashSet<string> Set(IEnumerable<string> values) => values.ToHashSet(StringComparer.Ordinal);
}
