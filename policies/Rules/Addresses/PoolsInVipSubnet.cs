using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>Only the VIP subnets lead to the nodes.</summary>
internal static class PoolsInVipSubnet
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "pools-in-vip-subnet",
            Demand = "Every block of a pool is within one VIP subnet.",
            Why =
                "The VIP subnets are kept apart from all other networks and what nobody announces of them is "
                + "discarded; an address outside of them may belong to somebody else.",
            Remedy = "Take addresses of the VIP subnets, or add their network to vipSubnets.",
            Wrong = "vipSubnets: [10.10.50.0/24]\npools: [{ name: a, addresses: [10.10.51.10-10.10.51.99] }]",
            Right = "vipSubnets: [10.10.50.0/24]\npools: [{ name: a, addresses: [10.10.50.10-10.10.50.99] }]",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var subnets = VipNetwork.Of(stack).Select(subnet => subnet.Prefix.Range).ToArray();
        foreach (var block in stack.OfKind(PoolBlock.Kind).SelectMany(PoolBlock.Of))
        {
            if (!subnets.Any(subnet => subnet.Contains(block.Range)))
            {
                yield return new(block.At, $"{block.Shown} of {block.At.Resource} is within no VIP subnet.");
            }
        }
    }
}
