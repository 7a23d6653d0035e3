using BgpLb.Policies.Model;

namespace BgpLb.Policies.Rules.Addresses;

/// <summary>LB-IPAM knows no priority among pools that match.</summary>
internal static class PoolSelectorsExclusive
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "pool-selectors-exclusive",
            Demand = "No Service can match two pools of one family.",
            Why =
                "Pools that match have no priority: a Service gets its address from any of them, and another one when "
                + "it is made anew. A pool with a selector does not keep its Services off pools without one.",
            Remedy =
                "Give each pool its own namespaces or request under pools, and leave all else to one general pool.",
            Wrong = "a: serviceSelector: {}\nb: serviceSelector: { matchLabels: { bgplb/pool: b } }",
            Right =
                "a: serviceSelector: { matchExpressions: [{ key: bgplb/pool, operator: DoesNotExist }] }\n"
                + "b: serviceSelector: { matchLabels: { bgplb/pool: b } }",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        var earlier = new Selections();
        // A pool that is switched off gives out nothing: it competes with none.
        foreach (var pool in stack.OfKind(PoolBlock.Kind).Where(pool => pool["spec"]["disabled"].Flag != true))
        {
            var selection = Selection.Of(pool);
            if (!selection.Meets(selection))
            {
                // Its own lines exclude each other, or it has no addresses.
                continue;
            }

            // Of a hundred pools that all match it, the first says enough.
            if (earlier.FirstThatMeets(selection) is { } other)
            {
                yield return new(
                    pool["spec"]["serviceSelector"],
                    $"A Service can match both {pool} and {other}, which have addresses of the same family."
                );
            }

            earlier.Add(selection);
        }
    }
}
