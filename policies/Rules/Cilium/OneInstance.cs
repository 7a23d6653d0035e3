using System.Globalization;
using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Cilium;

/// <summary>On each node one BGP instance speaks for an AS.</summary>
internal static class OneInstance
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "one-instance",
            Demand =
                "No node has two BGP instances of one AS number, and no two CiliumBGPClusterConfigs can select one node.",
            Why =
                "A router knows a node by its address and keeps one session with it: of two virtual routers that dial it "
                + "one goes without, and not every pool is announced. Of two cluster configs that select a node Cilium "
                + "follows the first and marks the other as in conflict.",
            Remedy =
                "Put all peers into one instance, and give the node groups labels that exclude each other: one key "
                + "with different values.",
            Wrong = "bgpInstances:\n- { name: pool-a, localASN: 64513 }\n- { name: pool-b, localASN: 64513 }",
            Right = "bgpInstances:\n- { name: bgplb, localASN: 64513 }",
            Whole = stack => Judge([.. stack.OfKind("CiliumBGPClusterConfig")]),
        };

    private static IEnumerable<Violation> Judge(StackResource[] configs) =>
        configs.SelectMany(SameNumber).Concat(SameNodes(configs));

    private static IEnumerable<Violation> SameNumber(StackResource config)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return from instance in config["spec"]["bgpInstances"].Elements
            let asn = instance["localASN"]
            where asn.Number is { } number && !seen.Add(number.ToString(CultureInfo.InvariantCulture))
            select new Violation(
                asn,
                $"{config} has several instances of AS {asn.Shown}, {instance["name"].Shown} among them."
            );
    }

    private static IEnumerable<Violation> SameNodes(StackResource[] configs)
    {
        var selectors = configs.Select(config => LabelSelector.Of(config["spec"]["nodeSelector"])).ToArray();
        return from i in Enumerable.Range(0, configs.Length)
            from earlier in Enumerable.Range(0, i)
            where !selectors[i].Excludes(selectors[earlier])
            select new Violation(
                configs[i]["spec"]["nodeSelector"],
                $"{configs[i]} and {configs[earlier]} can select the same node."
            );
    }
}
