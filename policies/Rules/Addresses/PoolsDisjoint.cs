using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>LB-IPAM switches off the newer of two pools that share an address.</summary>
internal static class PoolsDisjoint
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "pools-disjoint",
            Demand = "No address is in two pools.",
            Why = "Cilium marks the newer of two overlapping pools as in conflict and gives out nothing of it.",
            Remedy = "Take the addresses out of one of the two pools.",
            Wrong = "a: 10.10.50.10-10.10.50.99\nb: 10.10.50.90-10.10.50.120",
            Right = "a: 10.10.50.10-10.10.50.99\nb: 10.10.50.100-10.10.50.120",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        PoolBlock? farthest = null;
        foreach (
            var block in stack
                .OfKind("CiliumLoadBalancerIPPool")
                .SelectMany(PoolBlock.Of)
                .OrderBy(pool => pool.Range.First)
        )
        {
            // Sorted by their first address, a block overlaps an earlier one exactly where it overlaps the farthest so far.
            if (farthest?.Range.Overlaps(block.Range) == true)
            {
                yield return new(
                    block.At,
                    $"{block.Shown} of {block.At.Resource} overlaps {farthest.Shown} of {farthest.At.Resource}."
                );
            }

            farthest = farthest is null || farthest.Range.Last < block.Range.Last ? block : farthest;
        }
    }
}
