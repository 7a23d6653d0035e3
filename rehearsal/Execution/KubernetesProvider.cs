using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Clusters;

namespace BgpLb.Rehearsal.Execution;

/// <summary>
/// Objects of the cluster, applied as they are. The Helm release becomes what its values start here; what External
/// Secrets would fetch comes from the lab.
/// </summary>
/// <param name="fetch">What the lab's store holds: the password.</param>
internal sealed class KubernetesProvider(ICluster cluster, Func<string> fetch) : IProvider
{
    private const string Release = "kubernetes:helm.sh/v3:Release";
    private const string ExternalSecret = "kubernetes:external-secrets.io/v1:ExternalSecret";

    public bool Makes(string type) =>
        type == "pulumi:providers:kubernetes" || type.StartsWith("kubernetes:", StringComparison.Ordinal);

    public JsonObject Make(string type, JsonObject inputs, Made? before)
    {
        switch (type)
        {
            case "pulumi:providers:kubernetes":
                return [];
            case Release:
                cluster.Apply(Namespace($"{inputs["namespace"]}"));
                cluster.Install(inputs["values"]!.AsObject());
                return [];
            case ExternalSecret:
                cluster.Apply(Fetched(inputs));
                return [];
            default:
                cluster.Apply(inputs);
                return [];
        }
    }

    public void Delete(string type, Made what)
    {
        switch (type)
        {
            case "pulumi:providers:kubernetes":
                break;
            case Release:
                cluster.Install([]);
                break;
            case ExternalSecret:
                cluster.Delete(Fetched(what.Inputs));
                break;
            default:
                cluster.Delete(what.Inputs);
                break;
        }
    }

    /// <summary>The secret that External Secrets would make of an object; null for any other object.</summary>
    public JsonObject? FetchedBy(Made made) => made.Type == ExternalSecret ? Fetched(made.Inputs) : null;

    private static JsonObject Namespace(string name) =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Namespace",
            ["metadata"] = new JsonObject { ["name"] = name },
        };

    private JsonObject Fetched(JsonObject external) =>
        new()
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Secret",
            ["metadata"] = new JsonObject
            {
                ["name"] = $"{external["spec"]!["target"]!["name"]}",
                ["namespace"] = $"{external["metadata"]!["namespace"]}",
            },
            ["stringData"] = new JsonObject { [$"{external["spec"]!["data"]![0]!["secretKey"]}"] = fetch() },
        };
}
