using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>The Cilium release.</summary>
/// <param name="Values">All Helm values, the user's own among them.</param>
public sealed record ReleaseDesign(
    Management Management,
    string Namespace,
    string Name,
    string Chart,
    CiliumVersion Version,
    string Repository,
    Fields Values
);
