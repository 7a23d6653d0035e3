using System.Globalization;
using BgpLb.Policies.Model;
using BgpLb.Policies.Model.Routers;
using BgpLb.Policies.Model.Sessions;

namespace BgpLb.Policies.Rules.BothEnds;

/// <summary>Each end names the other's AS number.</summary>
internal static class AsnMirrored
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "asn-mirrored",
            Demand = "Each end of a session expects the AS number that the other end has.",
            Why = "A session with the wrong AS number is refused when it opens, again and again.",
            Remedy = "Set cluster.asn to the nodes' AS number and routers[].asn to the router's; both ends follow.",
            Wrong = "localASN: 64513\nset protocols bgp peer-group bgplb-dev-ipv4 remote-as '64512'",
            Right = "localASN: 64513\nset protocols bgp peer-group bgplb-dev-ipv4 remote-as '64513'",
            Whole = Judge,
        };

    private static IEnumerable<Violation> Judge(StackView stack)
    {
        foreach (var (session, router, group) in Peerings.Of(stack).Met)
        {
            var own = session.Instance["localASN"];
            if (!Expects(group.RemoteAs, own.Number, router))
            {
                yield return new(
                    own,
                    $"{session} has AS {own.Shown}, but {router} expects {router.Shown(group.RemoteAs)} in peer group "
                        + $"{router.Shown(group.Name)}."
                );
            }

            var other = session.Peer["peerASN"];
            if (other.Number is not { } number || number != router.Asn)
            {
                yield return new(
                    other,
                    $"{session} expects AS {other.Shown}, but {router} has {router.Shown(router.Asn)}."
                );
            }
        }
    }

    /// <summary>FRR knows "external" for any AS but its own, and "internal" for its own.</summary>
    private static bool Expects(string? remoteAs, double? own, RouterEnd router) =>
        own is { } asn
        && remoteAs switch
        {
            "external" => asn != router.Asn,
            "internal" => asn == router.Asn,
            null => false,
            _ => string.Equals(remoteAs, asn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
        };
}
