using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>
/// The Cilium release: installed, taken over, or left to someone else. In the last case its inputs say which values are
/// needed; there is no child.
/// </summary>
public sealed class CiliumRelease : ComponentResource
{
    /// <summary>Rolling through all nodes takes minutes.</summary>
    private const int TimeoutSeconds = 900;

    internal CiliumRelease(LoadBalancer parent, ReleaseDesign release, KubernetesCluster cluster, bool isProtected)
        : base(parent, "bgplb:index:CiliumRelease", release.Name)
    {
        var isExternal = release.Management == Management.External;
        Purpose = isExternal ? "somebody else's Cilium, and the values it needs" : "Cilium with BGP, and nothing by L2";
        Inputs = Fields.Of(
            ("management", release.Management.ToString().ToLowerInvariant()),
            ("release", $"{release.Namespace}/{release.Name}"),
            ("version", release.Version.ToString()),
            ("neededValues", isExternal ? release.Values : null)
        );
        if (!isExternal)
        {
            _ = new CustomResource(
                this,
                "kubernetes:helm.sh/v3:Release",
                release.Name,
                InputsOf(release),
                OptionsOf(release, cluster, isProtected),
                $"the Helm release {release.Namespace}/{release.Name}, chart {release.Version}"
            );
        }
    }

    private static Fields InputsOf(ReleaseDesign release) =>
        Fields.Of(
            ("chart", release.Chart),
            ("compat", "true"),
            ("maxHistory", 10),
            ("name", release.Name),
            ("namespace", release.Namespace),
            ("repositoryOpts", release.Repository.Length > 0 ? Fields.Of(("repo", release.Repository)) : null),
            ("skipAwait", release.Await ? null : (Value)true),
            ("timeout", TimeoutSeconds),
            ("values", release.Values),
            ("version", release.Version.ToString())
        );

    private static ResourceOptions OptionsOf(ReleaseDesign release, KubernetesCluster cluster, bool isProtected)
    {
        var options = cluster.Options([], isProtected);
        // What was there before the stack stays when the stack goes: it is the cluster's network.
        return release.Management == Management.Adopt
            ? options with
            {
                Import = $"{release.Namespace}/{release.Name}",
                RetainOnDelete = true,
            }
            : options;
    }
}
