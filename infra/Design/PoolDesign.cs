using System.Collections.Immutable;
using BgpLb.Addressing;

namespace BgpLb.Design;

/// <summary>A pool of addresses.</summary>
/// <param name="Capacity">How many addresses it can give out; the first and last of a block count too.</param>
/// <param name="Selector">Which Services it serves; never the same Service as another pool of the family.</param>
/// <param name="Serves">The selector in words.</param>
/// <param name="InUse">How many addresses are given out, as the settings say; null for unknown.</param>
/// <param name="GrowthPerMonth">How many more each month; null for unknown.</param>
public sealed record PoolDesign(
    string Name,
    ImmutableArray<AddressRange> Ranges,
    long Capacity,
    ImmutableArray<LabelRequirement> Selector,
    string Serves,
    int? InUse,
    int? GrowthPerMonth
);

/// <summary>One line of a Kubernetes label selector.</summary>
/// <param name="Operator">In, NotIn, Exists or DoesNotExist.</param>
/// <param name="Values">Empty for Exists and DoesNotExist.</param>
public sealed record LabelRequirement(string Key, string Operator, params ImmutableArray<string> Values);
