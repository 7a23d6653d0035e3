using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>
/// A pool of addresses and the Services it serves: all that ask for nothing (<paramref name="IsGeneral"/>), those of
/// some namespaces, or those that ask by the label <c>bgplb/pool</c>. Exactly one of the three.
/// </summary>
/// <param name="InUse">How many addresses are given out now, as somebody wrote it; null where nobody did.</param>
/// <param name="GrowthPerMonth">How many more are given out each month; null where nobody knows.</param>
public sealed record PoolSettings(
    string Name,
    ImmutableArray<AddressRange> Addresses,
    bool IsGeneral,
    ImmutableArray<string> Namespaces,
    string Request,
    int? InUse = null,
    int? GrowthPerMonth = null
)
{
    /// <summary>Whether a Service could get an address of the same family from both.</summary>
    internal bool SharesFamilyWith(PoolSettings other) =>
        Addresses.Any(mine => other.Addresses.Any(theirs => mine.Family == theirs.Family));

    /// <summary>Whether every family of another pool is one of this.</summary>
    internal bool HasFamiliesOf(PoolSettings other) =>
        other.Addresses.All(theirs => Addresses.Any(mine => mine.Family == theirs.Family));

    internal static PoolSettings Read(Section s)
    {
        var pool = new PoolSettings(
            s.Required("name", Kinds.Name, "The pool's name, also the Kubernetes object's; keep it."),
            s.List("addresses", Kinds.Range, "The pool's addresses, all within the VIP subnets.", atLeast: 1),
            s.Optional("general", Kinds.Boolean, false, "Serves every Service that no other pool serves."),
            s.List(
                "namespaces",
                KubernetesKinds.Label,
                "Serves the Services of these namespaces, such as an ingress controller's."
            ),
            s.Optional(
                "request",
                Kinds.Name,
                "",
                "Serves only Services whose label bgplb/pool has this value; without general, namespaces and request "
                    + "it is the pool's name."
            ),
            Known(
                s.Optional(
                    "inUse",
                    Kinds.Whole(0, int.MaxValue),
                    -1,
                    "How many of its addresses are given out now; what the cluster says counts before it.",
                    shown: ""
                )
            ),
            Known(
                s.Optional(
                    "growthPerMonth",
                    Kinds.Whole(0, int.MaxValue),
                    -1,
                    "How many more are given out each month; objectives.capacity.horizon asks for it.",
                    shown: ""
                )
            )
        );
        var ways = (pool.IsGeneral ? 1 : 0) + (pool.Namespaces.IsEmpty ? 0 : 1) + (pool.Request.Length > 0 ? 1 : 0);
        if (ways > 1)
        {
            s.Refuse(
                pool.IsGeneral ? "general" : "namespaces",
                "more than one of general, namespaces and request",
                "exactly one, or pools would compete for a Service"
            );
        }

        return ways == 0 ? pool with { Request = pool.Name } : pool;
    }

    private static int? Known(int number) => number >= 0 ? number : null;
}
