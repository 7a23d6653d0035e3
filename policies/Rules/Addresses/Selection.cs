using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>Which Services a pool serves, and in which families.</summary>
/// <param name="Tests">All of them have to pass.</param>
internal sealed record Selection(
    StackResource Pool,
    HashSet<IpFamily> Families,
    IReadOnlyList<(string Key, LabelTest Test)> Tests
)
{
    /// <summary>A label that must have one of some values; null without one.</summary>
    public (string Key, LabelTest Test)? Required { get; } =
        Tests
            .Where(test => test.Test.IsRequired)
            .OrderBy(test => test.Key, StringComparer.Ordinal)
            .Select(test => ((string, LabelTest)?)test)
            .FirstOrDefault();

    /// <summary>Whether a Service can be in both. Labels do not depend on each other: one that excludes is enough.</summary>
    public bool Meets(Selection other) =>
        Families.Overlaps(other.Families)
        && Tests.All(mine =>
            other.Tests.All(theirs =>
                !string.Equals(mine.Key, theirs.Key, StringComparison.Ordinal) || mine.Test.Meets(theirs.Test)
            )
        );

    /// <summary>Whether the other is sure to select whatever this does; a doubt counts as no.</summary>
    public bool IsWithin(Selection other) =>
        other.Tests.All(theirs =>
            Tests.Any(mine =>
                string.Equals(mine.Key, theirs.Key, StringComparison.Ordinal) && mine.Test.IsWithin(theirs.Test)
            )
        );

    public static Selection Of(StackResource pool) =>
        new(
            pool,
            PoolBlock.Of(pool).Select(block => block.Range.Family).ToHashSet(),
            [.. TestsOf(pool["spec"]["serviceSelector"])]
        );

    /// <summary>An operator that Kubernetes does not know counts as if it were not there.</summary>
    private static IEnumerable<(string Key, LabelTest Test)> TestsOf(Property selector)
    {
        foreach (var (key, value) in selector["matchLabels"].Entries)
        {
            yield return (key, LabelTest.Of("In", [value.Text ?? ""])!);
        }

        foreach (var line in selector["matchExpressions"].Elements)
        {
            var values = line["values"].Elements.Select(value => value.Text ?? "");
            if (line["key"].Text is { } key && LabelTest.Of(line["operator"].Text, values) is { } test)
            {
                yield return (key, test);
            }
        }
    }
}
