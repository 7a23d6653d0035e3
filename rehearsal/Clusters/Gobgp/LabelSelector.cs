using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>Kubernetes' label selectors. What a missing one means depends on the kind: the caller has to say.</summary>
internal static class LabelSelector
{
    /// <summary>Whether labels are selected.</summary>
    /// <param name="whenMissing">The answer of a selector that is not there; an empty one selects everything.</param>
    public static bool Selects(JsonNode? selector, IReadOnlyDictionary<string, string> labels, bool whenMissing) =>
        selector is null
            ? whenMissing
            : selector.Map("matchLabels").All(wanted => labels.GetValueOrDefault(wanted.Key) == wanted.Value)
                && selector.Items("matchExpressions").All(requirement => Holds(requirement, labels));

    /// <summary>A Service's labels, with those that Cilium adds for selectors.</summary>
    public static Dictionary<string, string> LabelsOfService(JsonNode service)
    {
        var labels = service.Labels();
        labels["io.kubernetes.service.name"] = service.Name();
        labels["io.kubernetes.service.namespace"] = service.Namespace();
        return labels;
    }

    private static bool Holds(JsonNode requirement, IReadOnlyDictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(requirement.Text("key") ?? "");
        return requirement.Text("operator") switch
        {
            "In" => value is not null && requirement.Texts("values").Contains(value, StringComparer.Ordinal),
            "NotIn" => value is null || !requirement.Texts("values").Contains(value, StringComparer.Ordinal),
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            var other => throw new RehearsalException($"\"{other}\" is not a valid label selector operator"),
        };
    }
}
