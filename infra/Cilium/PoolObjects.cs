using BgpLb.Addressing;
using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;

namespace BgpLb.Cilium;

/// <summary>A pool as LB-IPAM reads it.</summary>
internal static class PoolObjects
{
    public static KubernetesObject Pool(PoolDesign pool) =>
        new(
            "cilium.io/v2",
            "CiliumLoadBalancerIPPool",
            pool.Name,
            Fields.Of(
                ("blocks", Items.Of(pool.Ranges.Select(Block))),
                // A text, not a boolean; with "No" a network's first and last address stay unused.
                ("allowFirstLastIPs", "Yes"),
                ("serviceSelector", Selector(pool.Selector))
            )
        );

    /// <summary>A label selector. An empty one is written out, because a missing one means different things to different kinds.</summary>
    public static Fields Selector(IEnumerable<LabelRequirement> requirements) =>
        Fields.Of(
            (
                "matchExpressions",
                Items.Of(
                    requirements.Select(requirement =>
                        Fields.Of(
                            ("key", requirement.Key),
                            ("operator", requirement.Operator),
                            (
                                "values",
                                requirement.Values.IsEmpty
                                    ? null
                                    : Items.Of(requirement.Values.Select(value => (Value)value))
                            )
                        )
                    )
                )
            )
        );

    private static Fields Block(AddressRange range) =>
        range.ToPrefixes().Take(2).ToArray() is [var whole]
            ? Fields.Of(("cidr", whole.ToString()))
            : Fields.Of(("start", range.First.ToString()), ("stop", range.Last.ToString()));
}
