using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>A VIP subnet is on no interface: only announcements lead there.</summary>
internal static class VipSubnetApart
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "vip-subnet-apart",
            Demand =
                "A VIP subnet overlaps no network of pods, cluster IPs or nodes, no router's interface, and no other "
                + "VIP subnet.",
            Why =
                "Whoever has an interface in the subnet looks for its addresses on that link, not at the nodes that "
                + "announce them.",
            Remedy = "Give vipSubnets a network of its own, which is on no interface.",
            Wrong = "prefix: 10.10.30.0/24\nnodeGroups: { blue: { subnets: [10.10.30.0/24] } }",
            Right = "prefix: 10.10.50.0/24\nnodeGroups: { blue: { subnets: [10.10.30.0/24] } }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var networks = VipNetwork.Of(stack).ToArray();
        UsedNetwork[] used = [.. UsedNetwork.InCluster(stack), .. UsedNetwork.OnLinks(stack)];
        for (var i = 0; i < networks.Length; i++)
        {
            var mine = networks[i];
            var range = mine.Prefix.Range;
            foreach (var other in used.Where(other => other.Range.Overlaps(range)))
            {
                yield return new(mine.At, $"VIP subnet {mine.Shown} overlaps {other.Shown} ({other.Use}).");
            }

            foreach (var other in networks[..i].Where(other => other.Prefix.Overlaps(mine.Prefix)))
            {
                yield return new(mine.At, $"VIP subnet {mine.Shown} overlaps VIP subnet {other.Shown}.");
            }
        }
    }
}
