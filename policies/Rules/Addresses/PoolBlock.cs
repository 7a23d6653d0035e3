using BgpLb.Addressing;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>A block of a pool.</summary>
internal sealed record PoolBlock(Property At, AddressRange Range)
{
    /// <summary>The blocks that can be read; those that cannot are another rule's.</summary>
    public static IEnumerable<PoolBlock> Of(StackResource pool) =>
        from block in pool["spec"]["blocks"].Elements
        let range = Read(block)
        where range is not null
        select new PoolBlock(block, range);

    private static AddressRange? Read(Property block) =>
        block["cidr"].Text is { } cidr ? Prefix.Parse(cidr)?.Range
        : block["start"].Text is { } start ? AddressRange.Parse($"{start}-{block["stop"].Text ?? start}")
        : null;
}
