using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>Which Services a pool serves, and in which families.</summary>
internal sealed record Selection(StackResource Pool, HashSet<IpFamily> Families, LabelSelector Services)
{
    /// <summary>A label that must have one of some values; null without one.</summary>
    public LabelTest? Required { get; } = Services.Required;

    /// <summary>Whether a Service can be in both.</summary>
    public bool Meets(Selection other) => Families.Overlaps(other.Families) && !Services.Excludes(other.Services);

    public static Selection Of(StackResource pool) =>
        new(
            pool,
            PoolBlock.Of(pool).Select(block => block.Range.Family).ToHashSet(),
            LabelSelector.Of(pool["spec"]["serviceSelector"])
        );
}
