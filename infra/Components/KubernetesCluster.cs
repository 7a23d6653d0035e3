using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Graph;

namespace BgpLb.Components;

/// <summary>The explicit Kubernetes provider of a stack, and how objects are made with it.</summary>
internal sealed class KubernetesCluster
{
    private readonly CustomResource _provider;
    private readonly ImmutableArray<string> _adopted;
    private readonly Fields _labels;

    public KubernetesCluster(LoadBalancer parent, LoadBalancerDesign design, Secret? kubeconfig)
    {
        _adopted = design.AdoptedObjects;
        _labels = Fields.Of(("app.kubernetes.io/managed-by", "bgplb"), ("bgplb/stack", design.Stack));
        _provider = new(
            parent,
            "pulumi:providers:kubernetes",
            "cluster",
            Fields.Of(
                ("kubeconfig", kubeconfig),
                ("context", design.Cluster.KubeContext.Length > 0 ? design.Cluster.KubeContext : null),
                // A renewed kubeconfig is still the same cluster.
                ("clusterIdentifier", design.Cluster.Name),
                // Providers take booleans as JSON texts.
                ("enableServerSideApply", "true")
            ),
            new() { Version = Packages.Kubernetes },
            $"the connection to cluster {design.Cluster.Name}"
        );
    }

    public ResourceOptions Options(ImmutableArray<Resource> dependsOn, bool isProtected) =>
        new()
        {
            Version = Packages.Kubernetes,
            Provider = _provider,
            DependsOn = dependsOn,
            Protect = isProtected ? true : null,
        };

    /// <summary>A custom object of the cluster, taken over where the settings say that it exists.</summary>
    public CustomResource Object(
        ComponentResource parent,
        KubernetesObject manifest,
        ResourceOptions options,
        string purpose
    )
    {
        var isAdopted = _adopted.Contains($"{manifest.Kind}/{manifest.Name}", StringComparer.Ordinal);
        return new(
            parent,
            $"kubernetes:{manifest.ApiVersion}:{manifest.Kind}",
            manifest.Name,
            manifest.ToFields(
                _labels,
                // Whoever made the object by hand owns its fields until they are taken.
                isAdopted ? Fields.Of(("pulumi.com/patchForce", "true")) : Fields.Empty
            ),
            isAdopted ? options with { Import = manifest.Id } : options,
            purpose
        );
    }

    /// <summary>A secret of the cluster; its data is secret to the engine as well.</summary>
    public CustomResource Secret(
        ComponentResource parent,
        string name,
        string @namespace,
        Fields data,
        ResourceOptions options,
        string purpose
    ) =>
        new(
            parent,
            "kubernetes:core/v1:Secret",
            name,
            Fields.Of(
                ("apiVersion", "v1"),
                ("kind", "Secret"),
                ("metadata", Fields.Of(("name", name), ("namespace", @namespace), ("labels", _labels))),
                ("stringData", data.AsSecret())
            ),
            options with
            {
                AdditionalSecretOutputs = ["data", "stringData"],
            },
            purpose
        );
}
