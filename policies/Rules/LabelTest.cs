namespace BgpLb.Policies.Rules;

/// <summary>What a label selector says of one label.</summary>
/// <param name="MayBeAbsent">Whether an object without the label is selected.</param>
/// <param name="IsNegated">Whether <paramref name="Values"/> are those that are not selected; otherwise they are the only ones.</param>
internal sealed record LabelTest(string Key, bool MayBeAbsent, bool IsNegated, HashSet<string> Values)
{
    /// <summary>Whether the label must have one of some values.</summary>
    public bool IsRequired => this is { MayBeAbsent: false, IsNegated: false };

    /// <summary>Whether an object with this value of the label is selected.</summary>
    /// <param name="value">Null where it does not have the label.</param>
    public bool Passes(string? value) => value is null ? MayBeAbsent : Values.Contains(value) != IsNegated;

    /// <summary>Whether both are about the same label, and no value, nor its absence, passes both.</summary>
    public bool Excludes(LabelTest other) =>
        IsAbout(other.Key)
        && !(MayBeAbsent && other.MayBeAbsent)
        && !(IsNegated ? other.IsNegated || other.Values.Any(Passes) : Values.Any(other.Passes));

    /// <summary>Whether both are about the same label, and whatever passes this passes the other.</summary>
    public bool IsWithin(LabelTest other) =>
        IsAbout(other.Key)
        && (other.MayBeAbsent || !MayBeAbsent)
        && (IsNegated ? other.IsNegated && other.Values.IsSubsetOf(Values) : Values.All(other.Passes));

    /// <summary>Null for an operator that Kubernetes does not know: it refuses the object.</summary>
    public static LabelTest? Of(string key, string? @operator, IEnumerable<string> values) =>
        @operator switch
        {
            "In" => new(key, MayBeAbsent: false, IsNegated: false, Set(values)),
            "NotIn" => new(key, MayBeAbsent: true, IsNegated: true, Set(values)),
            "Exists" => new(key, MayBeAbsent: false, IsNegated: true, Set([])),
            "DoesNotExist" => new(key, MayBeAbsent: true, IsNegated: false, Set([])),
            _ => null,
        };

    private bool IsAbout(string key) => string.Equals(Key, key, StringComparison.Ordinal);

    private static HashSet<string> Set(IEnumerable<string> values) => values.ToHashSet(StringComparer.Ordinal);
}
