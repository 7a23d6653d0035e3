using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Policies.Model;
using BgpLb.Policies.Rules.Addresses;

namespace BgpLb.Stacks.Check.Against;

/// <summary>What a change gives to and takes from a pool, or the VIP subnets.</summary>
/// <param name="Of">The pool's name, or "VIP subnets".</param>
/// <param name="Before">How many addresses it had; null for VIP subnets, which nobody counts.</param>
/// <param name="After">How many it has.</param>
internal sealed record AddressChange(
    string Of,
    ImmutableArray<string> Added,
    ImmutableArray<string> Removed,
    long? Before,
    long? After
)
{
    /// <summary>The pools that change, and the VIP subnets where they do.</summary>
    public static ImmutableArray<AddressChange> Between(StackView? before, StackView? after)
    {
        var was = PoolsOf(before);
        var isNow = PoolsOf(after);
        return
        [
            .. was
                .Keys.Union(isNow.Keys, StringComparer.Ordinal)
                .Select(name => Of(name, was.GetValueOrDefault(name, []), isNow.GetValueOrDefault(name, [])))
                .Append(OfSubnets(before, after))
                .Where(change => !change.Added.IsEmpty || !change.Removed.IsEmpty),
        ];

        static AddressChange Of(string name, AddressRange[] was, AddressRange[] isNow) =>
            new(
                name,
                Texts(Ranges.Without(isNow, was)),
                Texts(Ranges.Without(was, isNow)),
                Capacity.Of(was),
                Capacity.Of(isNow)
            );
    }

    private static AddressChange OfSubnets(StackView? before, StackView? after)
    {
        var (was, isNow) = (SubnetsOf(before), SubnetsOf(after));
        return new("VIP subnets", [.. isNow.Except(was)], [.. was.Except(isNow)], Before: null, After: null);
    }

    private static Dictionary<string, AddressRange[]> PoolsOf(StackView? stack) =>
        (stack?.OfKind("CiliumLoadBalancerIPPool") ?? [])
            .DistinctBy(pool => pool.ObjectName)
            .ToDictionary(
                pool => pool.ObjectName,
                pool => PoolBlock.Of(pool).Select(block => block.Range).ToArray(),
                StringComparer.Ordinal
            );

    private static string[] SubnetsOf(StackView? stack) =>
        [.. (stack?.OfType("bgplb:index:VipSubnet") ?? []).Select(subnet => subnet["prefix"].Text).OfType<string>()];

    private static ImmutableArray<string> Texts(IEnumerable<AddressRange> ranges) =>
        [.. ranges.Select(range => range.ToString())];
}
