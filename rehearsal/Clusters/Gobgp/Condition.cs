using System.Globalization;
using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Clusters.Gobgp;

/// <summary>What a controller says of an object.</summary>
/// <param name="Status">True, False or Unknown.</param>
internal sealed record Condition(string Type, string Status, string Reason, string Message = "")
{
    /// <summary>Writes it into an object's status; the time moves only with the status.</summary>
    public void WriteTo(JsonObject manifest, DateTimeOffset now)
    {
        var status = manifest.Object("status");
        if (status["conditions"] is not JsonArray conditions)
        {
            status["conditions"] = conditions = [];
        }

        var old = conditions.FirstOrDefault(condition => condition.Text("type") == Type);
        var since = old.Text("status") == Status ? old.Text("lastTransitionTime") : null;
        var written = new JsonObject
        {
            ["type"] = Type,
            ["status"] = Status,
            ["reason"] = Reason,
            ["message"] = Message,
            ["lastTransitionTime"] = since ?? Time(now),
        };
        if (manifest.Number("metadata", "generation") is { } generation)
        {
            written["observedGeneration"] = generation;
        }

        if (old is null)
        {
            conditions.Add(written);
        }
        else
        {
            conditions[conditions.IndexOf(old)] = written;
        }
    }

    public static bool IsOn(JsonObject manifest, string type) =>
        manifest.Items("status", "conditions").Any(condition => condition.Text("type") == type);

    public static void Remove(JsonObject manifest, string type) =>
        (manifest.At("status", "conditions") as JsonArray)?.RemoveAll(condition => condition.Text("type") == type);

    /// <summary>As Kubernetes writes it.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
