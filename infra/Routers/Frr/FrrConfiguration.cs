using System.Collections.Immutable;
using BgpLb.Design;

namespace BgpLb.Routers.Frr;

/// <summary>
/// A router's end for FRR 8.3 and later, in the order in which it can be entered: the policies before the groups that
/// use them, and the listen ranges, which let sessions in, last. Each line reads as FRR itself writes it, so that what
/// runs and what is wanted can be compared as text. <c>ebgp-requires-policy</c> is left as it is: other peers of the
/// router may depend on it, and the stack's groups have both policies. There is no <c>multipath-relax</c>: all nodes
/// share one AS, so their paths are equal.
/// </summary>
internal static class FrrConfiguration
{
    public static ImmutableArray<Statement> Of(RouterDesign router) =>
        [
            .. FrrGlobals.Of(router),
            .. FrrPolicies.Of(router),
            .. FrrStatics.Of(router),
            .. router.Families.SelectMany(family => FrrPeerGroup.Of(router, family)),
            .. from family in router.Families
            from range in family.ListenRanges
            select new Statement(
                Ownership.Owned,
                [FrrGlobals.Instance(router)],
                $"bgp listen range {range} peer-group {family.PeerGroup}"
            ),
        ];
}
