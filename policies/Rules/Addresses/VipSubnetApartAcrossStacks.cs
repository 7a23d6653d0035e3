using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>Two stacks of one network cannot both announce an address.</summary>
internal static class VipSubnetApartAcrossStacks
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "vip-subnet-apart-across-stacks",
            Demand =
                "A VIP subnet overlaps no VIP subnet, no nodes' network and no router's interface of another stack.",
            Why = "Both stacks would announce the same addresses, and each would get a part of the other's traffic.",
            Remedy = "Give vipSubnets a network that no other stack of the project has.",
            Wrong = "Pulumi.dev.yaml: vipSubnets: [10.10.50.0/24]\nPulumi.prod.yaml: vipSubnets: [10.10.0.0/16]",
            Right = "Pulumi.dev.yaml: vipSubnets: [10.10.50.0/24]\nPulumi.prod.yaml: vipSubnets: [172.29.52.0/24]",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var networks = VipNetwork.Of(stack).ToArray();
        if (networks.Length == 0)
        {
            yield break;
        }

        foreach (var other in stack.KnownOthers)
        {
            // Pods and cluster IPs stay inside their cluster, so that two clusters may use the same.
            UsedNetwork[] theirs =
            [
                .. VipNetwork.Of(other).Select(vips => new UsedNetwork(vips.Prefix.Range, vips.Shown, "VIPs")),
                .. UsedNetwork.OnLinks(other),
            ];
            foreach (var mine in networks)
            {
                var range = mine.Prefix.Range;
                foreach (var network in theirs.Where(network => network.Range.Overlaps(range)))
                {
                    yield return new(
                        mine.At,
                        $"VIP subnet {mine.Shown} overlaps {network.Shown} of stack {other.Name} ({network.Use})."
                    );
                }
            }
        }
    }
}
