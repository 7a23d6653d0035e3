using System.Collections.Immutable;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules;

/// <summary>A label selector of Kubernetes; all of its tests have to pass. Without any it takes everything.</summary>
internal sealed class LabelSelector
{
    private readonly ImmutableArray<LabelTest> _tests;

    private LabelSelector(ImmutableArray<LabelTest> tests) => _tests = tests;

    /// <summary>The label that must have one of some values: the first by name. Null without one.</summary>
    public LabelTest? Required => _tests.Where(test => test.IsRequired).MinBy(test => test.Key, StringComparer.Ordinal);

    /// <summary>Reads a selector; one that is missing reads like an empty one, which is for the caller to judge.</summary>
    public static LabelSelector Of(Property selector) => new([.. Labels(selector), .. Expressions(selector)]);

    /// <summary>Whether it takes what carries these labels.</summary>
    public bool Takes(Property labels) => _tests.All(test => test.Passes(labels[test.Key].Text));

    /// <summary>Whether nothing can be taken by both: labels do not depend on each other, so one test is enough.</summary>
    public bool Excludes(LabelSelector other) => _tests.Any(mine => other._tests.Any(mine.Excludes));

    /// <summary>Whether the other is sure to take whatever this does; a doubt counts as no.</summary>
    public bool IsWithin(LabelSelector other) => other._tests.All(theirs => _tests.Any(mine => mine.IsWithin(theirs)));

    private static IEnumerable<LabelTest> Labels(Property selector) =>
        selector["matchLabels"].Entries.Select(label => LabelTest.Of(label.Name, "In", [label.Value.Text ?? ""])!);

    private static IEnumerable<LabelTest> Expressions(Property selector) =>
        from expression in selector["matchExpressions"].Elements
        let values = expression["values"].Elements.Select(value => value.Text ?? "")
        let test = LabelTest.Of(expression["key"].Text ?? "", expression["operator"].Text, values)
        where test is not null
        select test;
}
