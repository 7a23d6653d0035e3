using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Design;

/// <summary>The Cilium release.</summary>
/// <param name="Chart">The chart's name in the repository, or a path or OCI address; then the repository is empty.</param>
/// <param name="Await">Whether the update waits until all of it is ready.</param>
/// <param name="Values">All Helm values, the user's own among them.</param>
public sealed record ReleaseDesign(
    Management Management,
    string Namespace,
    string Name,
    string Chart,
    CiliumVersion Version,
    string Repository,
    bool Await,
    Fields Values
);
