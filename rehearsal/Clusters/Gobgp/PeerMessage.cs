using BgpLb.Rehearsal.Clusters.Gobgp.Protocol;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>A neighbour as Cilium describes it to its GoBGP.</summary>
internal static class PeerMessage
{
    /// <summary>Seconds; see below.</summary>
    private const uint DeferralTime = 1;

    public static Peer Of(string address, PeerSettings settings, int connectRetry)
    {
        var peer = new Peer
        {
            Conf = new()
            {
                NeighborAddress = address,
                PeerAsn = settings.Asn,
                AuthPassword = settings.Password ?? "",
            },
            // GoBGP wants a state to be there, or it does not look at the families.
            State = new(),
            Timers = new()
            {
                Config = new()
                {
                    // Cilium's GoBGP 4 dials again after three quarters of the time to the whole of it, GoBGP 3 after the
                    // whole to twice that: half of it ends at the same time. Both have a least value (GoBGP 3: five).
                    ConnectRetry = (ulong)Math.Max(1, connectRetry / 2),
                    HoldTime = (ulong)settings.HoldTime,
                    KeepaliveInterval = (ulong)settings.KeepAliveTime,
                },
            },
            Transport = new() { LocalAddress = settings.LocalAddress ?? "", RemotePort = (uint)settings.Port },
        };
        if (settings.Multihop > 1)
        {
            peer.EbgpMultihop = new() { Enabled = true, MultihopTtl = (uint)settings.Multihop };
        }

        if (settings.RestartTime is { } seconds)
        {
            // As Cilium has it, each first session claims to follow a restart, so that the router goes on with what it
            // has kept. GoBGP 3 then holds its routes back until all neighbours, those included that are not there, have
            // sent theirs, or the deferral time is over; Cilium's waits only for those that are there.
            peer.GracefulRestart = new()
            {
                Enabled = true,
                RestartTime = (uint)seconds,
                NotificationEnabled = true,
                LocalRestarting = true,
                DeferralTime = DeferralTime,
            };
        }

        if (settings.IPv4)
        {
            peer.AfiSafis.Add(FamilyOf(settings, isIPv6: false));
        }

        if (settings.IPv6)
        {
            peer.AfiSafis.Add(FamilyOf(settings, isIPv6: true));
        }

        return peer;
    }

    /// <summary>Unicast routes.</summary>
    public static Family Family(bool isIPv6) =>
        new()
        {
            Afi = isIPv6 ? Protocol.Family.Types.Afi.Ip6 : Protocol.Family.Types.Afi.Ip,
            Safi = Protocol.Family.Types.Safi.Unicast,
        };

    private static AfiSafi FamilyOf(PeerSettings settings, bool isIPv6) =>
        new()
        {
            Config = new() { Family = Family(isIPv6) },
            MpGracefulRestart = new() { Config = new() { Enabled = settings.RestartTime is not null } },
        };
}
