namespace BgpLb.Policies.Model.Sessions;

/// <summary>How a node runs a session: what its CiliumBGPPeerConfig says, and Cilium's defaults for what it does not.</summary>
/// <param name="Spec">Where it is said; the reference in the cluster config where there is no such object.</param>
/// <param name="IsMissing">Whether the reference leads nowhere: Cilium then drops the peer.</param>
internal sealed record PeerConfig(Property Spec, bool IsMissing)
{
    public static PeerConfig Of(Property peer, Func<string, StackResource?> configOf)
    {
        var reference = peer["peerConfigRef"];
        return reference["name"].Text is not { } name ? new(reference, IsMissing: false)
            : configOf(name) is { } config ? new(config["spec"], IsMissing: false)
            : new(reference, IsMissing: true);
    }

    /// <summary>The name of its object or, without one, of the cluster config.</summary>
    public string Name => Spec.Resource.ObjectName;

    /// <summary>Seconds.</summary>
    public double HoldTime => Spec["timers"]["holdTimeSeconds"].Number ?? 90;

    /// <summary>Seconds.</summary>
    public double KeepAliveTime => Spec["timers"]["keepAliveTimeSeconds"].Number ?? 30;

    public bool RestartsGracefully => Spec["gracefulRestart"]["enabled"].Flag is true;

    /// <summary>As <c>afi/safi</c>; without any, Cilium negotiates both.</summary>
    public IEnumerable<string> Families
    {
        get
        {
            var written = Spec["families"].Elements.Select(family => $"{family["afi"].Text}/{family["safi"].Text}");
            return written.DefaultIfEmpty(IPv4).Concat(written.Any() ? [] : [IPv6]);
        }
    }

    public const string IPv4 = "ipv4/unicast";

    public const string IPv6 = "ipv6/unicast";
}
