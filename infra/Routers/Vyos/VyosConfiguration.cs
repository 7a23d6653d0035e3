using System.Collections.Immutable;
using BgpLb.Design;

namespace BgpLb.Routers.Vyos;

/// <summary>
/// A router's end for VyOS 1.4 and later. There is no <c>ebgp-requires-policy</c>: it would cut off other peers of the
/// router that have no policies; the stack's own groups have both. There is no <c>multipath-relax</c>: all nodes share
/// one AS, so their paths are equal. There are no timers: peer groups have none, and the smaller of both ends' counts.
/// </summary>
internal static class VyosConfiguration
{
    public static ImmutableArray<Statement> Of(RouterDesign router) =>
        [
            .. VyosGlobals.Of(router).Select(line => new Statement(Ownership.Global, [], line)),
            .. VyosPolicies.Of(router).Select(Owned),
            .. VyosStatics.Of(router).Select(Owned),
            .. VyosFirewall.Of(router).Select(Owned),
            .. router.Families.SelectMany(family => VyosPeerGroup.Of(router, family)),
            .. from family in router.Families
            from range in family.ListenRanges
            select Owned($"protocols bgp listen range {range} peer-group '{family.PeerGroup}'"),
        ];

    private static Statement Owned(string line) => new(Ownership.Owned, [], line);
}
