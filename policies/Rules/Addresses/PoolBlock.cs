using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>A block of a pool.</summary>
internal sealed record PoolBlock(Property At, AddressRange Range)
{
    public const string Kind = "CiliumLoadBalancerIPPool";

    /// <summary>For a message.</summary>
    public string Shown =>
        At["cidr"].IsSecret || At["start"].IsSecret || At["stop"].IsSecret ? "A secret block" : $"{Range}";

    /// <summary>The blocks that can be read; those that cannot are another rule's.</summary>
    public static IEnumerable<PoolBlock> Of(StackResource pool) =>
        from block in AllOf(pool)
        let range = Read(block)
        where range is not null
        select new PoolBlock(block, range);

    /// <summary>Where a pool says its blocks, readable or not; none of what is no pool.</summary>
    public static IEnumerable<Property> AllOf(StackResource pool) =>
        string.Equals(pool.Kind, Kind, StringComparison.Ordinal) ? pool["spec"]["blocks"].Elements : [];

    /// <summary>Null for what cannot be read.</summary>
    public static AddressRange? Read(Property block) =>
        block["cidr"].Text is { } cidr ? Prefix.Parse(cidr)?.Range
        : block["start"].Text is { } start ? AddressRange.Parse($"{start}-{block["stop"].Text ?? start}")
        : null;
}
