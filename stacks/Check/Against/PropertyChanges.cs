using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Against;

/// <summary>The differences between two values, each as <c>PATH: FROM → TO</c>.</summary>
internal static class PropertyChanges
{
    /// <summary>Longer texts are not quoted: a router's configuration, a script.</summary>
    private const int Longest = 200;

    public static IEnumerable<string> Between(Property before, Property after)
    {
        if (before.IsSecret || after.IsSecret)
        {
            // Never a part of it, not even its path.
            return IsSame(before.Value, after.Value) ? [] : [$"{after.Path}: a secret changed"];
        }

        return (before.Value, after.Value) switch
        {
            (Fields one, Fields other) => one
                .Entries.Select(entry => entry.Name)
                .Union(other.Entries.Select(entry => entry.Name), StringComparer.Ordinal)
                .SelectMany(name => Between(before[name], after[name])),
            (Items one, Items other) when one.Elements.Length == other.Elements.Length => before
                .Elements.Zip(after.Elements)
                .SelectMany(pair => Between(pair.First, pair.Second)),
            (var one, var other) when IsSame(one, other) => [],
            (Text one, Text other) when IsLong(one) || IsLong(other) => [$"{after.Path}: {Lines(one, other)}"],
            _ => [$"{after.Path}: {Shown(before)} → {Shown(after)}"],
        };
    }

    private static string Shown(Property property) =>
        property.Value is Items items
            ? $"[{string.Join(", ", property.Elements.Select(Shown))}]" is { Length: <= Longest } all
                ? all
                : $"a list of {items.Elements.Length}"
            : property.Shown;

    private static bool IsLong(Text text) =>
        text.Content.Length > Longest || text.Content.Contains('\n', StringComparison.Ordinal);

    private static string Lines(Text before, Text after)
    {
        var (was, isNow) = (LinesOf(before), LinesOf(after));
        return $"{Words.Count(isNow.Except(was).Count(), "line", "lines")} added, {was.Except(isNow).Count()} removed";
    }

    private static string[] LinesOf(Text text) => text.Content.Split('\n', StringSplitOptions.TrimEntries);

    private static bool IsSame(Value? before, Value? after) =>
        (before, after) switch
        {
            (null or Nothing, null or Nothing) => true,
            (Secret one, Secret other) => IsSame(one.Inner, other.Inner),
            (Fields one, Fields other) => one.Entries.Length == other.Entries.Length
                && one.Entries.All(entry => IsSame(entry.Value, other[entry.Name])),
            (Items one, Items other) => one.Elements.Length == other.Elements.Length
                && one.Elements.Zip(other.Elements).All(pair => IsSame(pair.First, pair.Second)),
            _ => Equals(before, after),
        };
}
