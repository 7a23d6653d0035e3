using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings;

/// <summary>Who looks after the Cilium release.</summary>
public enum Management
{
    /// <summary>The stack installs it.</summary>
    Install,

    /// <summary>It exists; the stack imports and then updates it.</summary>
    Adopt,

    /// <summary>Someone else does (GitOps); the stack only says which values are needed.</summary>
    External,
}

/// <summary>How answers find their way back to the client.</summary>
public enum LoadBalancerMode
{
    Snat,
    Dsr,
    Hybrid,
}

public enum LoadBalancerAlgorithm
{
    Random,
    Maglev,
}

public enum RoutingMode
{
    Native,
    Tunnel,
}

/// <param name="Values">The user's own Helm values; they may not contradict what BGP needs.</param>
/// <param name="AdoptObjects">Existing objects to take over, as <c>Kind/name</c>.</param>
public sealed record CiliumSettings(
    CiliumVersion Version,
    Management Management,
    string Namespace,
    string Release,
    string Repository,
    string Chart,
    bool Await,
    RoutingMode RoutingMode,
    LoadBalancerMode LoadBalancerMode,
    LoadBalancerAlgorithm Algorithm,
    bool KubeProxyReplacement,
    Fields Values,
    ImmutableArray<string> AdoptObjects
)
{
    internal static CiliumSettings Read(Section s) =>
        new(
            s.Required("version", CiliumVersion.Kind, "The chart's version, exactly; 1.18 or later."),
            s.Optional(
                "management",
                Kinds.Choice<Management>(),
                Management.Install,
                "install: the stack installs Cilium. adopt: it runs already and the stack takes the release over. "
                    + "external: someone else installs it (GitOps), with the values that plan and render show."
            ),
            s.Optional("namespace", KubernetesKinds.Label, "kube-system", "Where the release is."),
            s.Optional("release", KubernetesKinds.Label, "cilium", "The Helm release's name."),
            s.Optional("repository", Kinds.Text, "https://helm.cilium.io", "The chart's repository."),
            s.Optional("chart", Kinds.Text, "cilium", "Its name there; or a folder or OCI address, both with a slash."),
            s.Optional(
                "await",
                Kinds.Boolean,
                true,
                "Wait until agents and operator are ready before the routers change."
            ),
            s.Optional(
                "routingMode",
                Kinds.Choice<RoutingMode>(),
                RoutingMode.Native,
                "How pods of different nodes reach each other: native, or tunnel."
            ),
            s.Optional(
                "loadBalancerMode",
                Kinds.Choice<LoadBalancerMode>(),
                LoadBalancerMode.Snat,
                "snat: answers go back through the node that took the packet. dsr: straight to the client. "
                    + "hybrid: dsr for TCP, snat for UDP."
            ),
            s.Optional(
                "algorithm",
                Kinds.Choice<LoadBalancerAlgorithm>(),
                LoadBalancerAlgorithm.Maglev,
                "How a backend is chosen; with maglev flows survive a change of node."
            ),
            s.Optional("kubeProxyReplacement", Kinds.Boolean, true, "Whether Cilium stands in for kube-proxy."),
            s.Free("values", "More Helm values, laid under those that BGP needs."),
            s.List(
                "adoptObjects",
                Kinds.Text,
                "Pools and BGP objects that exist and are to be taken over, as Kind/name. Labels set by hand are lost."
            )
        );
}
