using BgpLb.Graph;

namespace BgpLb.Components;

/// <summary>A Kubernetes object as the design wants it.</summary>
/// <param name="Namespace">Null for a kind that has none.</param>
internal sealed record KubernetesObject(
    string ApiVersion,
    string Kind,
    string Name,
    Fields Spec,
    string? Namespace = null,
    Fields? Labels = null,
    Fields? Annotations = null
)
{
    /// <summary>What the Kubernetes provider imports it by.</summary>
    public string Id => Namespace is null ? Name : $"{Namespace}/{Name}";

    /// <summary>The manifest, with labels and annotations that all objects have laid under its own.</summary>
    public Fields ToFields(Fields labels, Fields annotations)
    {
        var all = annotations.Merge(Annotations ?? Fields.Empty);
        return Fields.Of(
            ("apiVersion", ApiVersion),
            ("kind", Kind),
            (
                "metadata",
                Fields.Of(
                    ("name", Name),
                    ("namespace", Namespace),
                    ("labels", labels.Merge(Labels ?? Fields.Empty)),
                    ("annotations", all.Entries.IsEmpty ? null : all)
                )
            ),
            ("spec", Spec)
        );
    }
}
