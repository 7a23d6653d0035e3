using System.Text;
using BgpLb.Graph;
using BgpLb.Stacks.Yaml;

namespace BgpLb.Stacks.Render;

/// <summary>
/// The cluster's objects by what they are for, and the kustomization that names them. A secret is no part of it: who
/// deploys from Git brings secrets in other ways.
/// </summary>
internal static class KubernetesFiles
{
    private const string Pools = "pools.yaml";
    private const string Password = "password.yaml";
    private const string Peering = "peering.yaml";

    public static IEnumerable<RenderedFile> Of(ResourceGraph graph)
    {
        // The order in which they refer to each other: sessions that start before their password run without it.
        var texts = new (string Name, StringBuilder Text, string About)[]
        {
            (Pools, new(), "the pools that Services get their addresses from"),
            (Password, new(), "the password, brought from the External Secrets store"),
            (Peering, new(), "the nodes' end of the sessions"),
        };
        foreach (var resource in graph.Resources)
        {
            if (FileOf(resource) is { } file)
            {
                Append(Array.Find(texts, text => text.Name == file).Text, resource);
            }
        }

        var used = Array.FindAll(texts, text => text.Text.Length > 0);
        foreach (var (name, text, about) in used)
        {
            yield return new($"kubernetes/{name}", text.ToString(), about);
        }

        var kustomization = Fields.Of(
            ("apiVersion", "kustomize.config.k8s.io/v1beta1"),
            ("kind", "Kustomization"),
            ("resources", Items.Of(used.Select(text => (Value)text.Name)))
        );
        yield return new("kubernetes/kustomization.yaml", YamlText.Of(kustomization), "names the files beside it");
    }

    /// <summary>Null for what is no object of the cluster, and for secrets.</summary>
    private static string? FileOf(Resource resource) =>
        resource.Type switch
        {
            "kubernetes:core/v1:Secret" or "kubernetes:helm.sh/v3:Release" => null,
            var type when type.EndsWith(":CiliumLoadBalancerIPPool", StringComparison.Ordinal) => Pools,
            var type when type.EndsWith(":ExternalSecret", StringComparison.Ordinal) => Password,
            var type when type.StartsWith("kubernetes:", StringComparison.Ordinal) => Peering,
            _ => null,
        };

    private static void Append(StringBuilder text, Resource resource)
    {
        text.Append(text.Length > 0 ? "---\n" : "")
            .Append("# ")
            .Append(resource.Purpose)
            .Append('\n')
            .Append(YamlText.Of(Manifests.WithoutPulumi(resource.Inputs)));
    }
}
