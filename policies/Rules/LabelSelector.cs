using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules;

/// <summary>A label selector of Kubernetes; all of its requirements have to hold. Without any it takes everything.</summary>
internal sealed class LabelSelector
{
    private readonly ImmutableArray<Requirement> _requirements;

    private LabelSelector(ImmutableArray<Requirement> requirements) => _requirements = requirements;

    /// <summary>Reads a selector; one that is missing reads like an empty one, which is for the caller to judge.</summary>
    public static LabelSelector Of(Property selector) =>
        new([
            .. selector["matchLabels"]
                .Entries.Select(label => new Requirement(label.Name, "In", [label.Value.Text ?? ""])),
            .. selector["matchExpressions"]
                .Elements.Select(expression => new Requirement(
                    expression["key"].Text ?? "",
                    expression["operator"].Text ?? "",
                    [.. expression["values"].Elements.Select(value => value.Text ?? "")]
                )),
        ]);

    /// <summary>Whether it takes what carries these labels.</summary>
    public bool Takes(Property labels) =>
        _requirements.All(requirement => requirement.IsMetBy(labels[requirement.Key].Text));

    /// <summary>Whether nothing can be taken by both. It says so only where that is certain.</summary>
    public bool Excludes(LabelSelector other) =>
        _requirements.Any(mine => other._requirements.Any(theirs => mine.Excludes(theirs) || theirs.Excludes(mine)));

    /// <param name="Operator">In, NotIn, Exists or DoesNotExist, as Kubernetes writes it.</param>
    private sealed record Requirement(string Key, string Operator, ImmutableArray<string> Values)
    {
        public bool IsMetBy(string? value) =>
            Operator switch
            {
                "In" => value is not null && Values.Contains(value, StringComparer.Ordinal),
                "NotIn" => value is null || !Values.Contains(value, StringComparer.Ordinal),
                "Exists" => value is not null,
                "DoesNotExist" => value is null,
                _ => false,
            };

        public bool Excludes(Requirement other) =>
            string.Equals(Key, other.Key, StringComparison.Ordinal)
            && Operator switch
            {
                // None of the values that this one wants is good enough for the other.
                "In" => Values.All(value => !other.IsMetBy(value)),
                "Exists" => other.Operator == "DoesNotExist",
                _ => false,
            };
    }
}
