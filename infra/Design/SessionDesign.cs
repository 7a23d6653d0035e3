using System.Collections.Immutable;
using BgpLb.Addressing;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>What all sessions have in common, and the names of Cilium's objects.</summary>
/// <param name="HoldTime">Seconds; both ends use it, the smaller one counts.</param>
/// <param name="RestartTime">Seconds for which a restarting agent's routes are asked to be kept; null without graceful restart.</param>
/// <param name="Communities">Standard communities, <c>AS:NUMBER</c>, on every announced address.</param>
/// <param name="AdvertisementName">The one advertisement that all families select.</param>
/// <param name="SecretName">The secret that Cilium reads, in <paramref name="SecretNamespace"/>, key <c>password</c>.</param>
public sealed record SessionDesign(
    int HoldTime,
    int KeepAliveTime,
    int ConnectRetryTime,
    int? RestartTime,
    ImmutableArray<string> Communities,
    ImmutableArray<SessionFamily> Families,
    string AdvertisementName,
    string SecretName,
    string SecretNamespace,
    PasswordSettings Password
);

/// <param name="PeerConfigName">The CiliumBGPPeerConfig of all sessions of this family.</param>
public sealed record SessionFamily(IpFamily Family, string PeerConfigName);
