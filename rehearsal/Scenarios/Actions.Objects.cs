using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>What somebody does to the cluster's objects beside the stack.</summary>
internal static partial class Actions
{
    private static void Delete(Stage stage, StepArgument argument)
    {
        stage.Undo(stage.Lab.Repair);
        stage.Lab.Cluster.Delete(stage.Lab.ObjectOf(argument["kind"]));
    }

    /// <summary>A second object, the same but for its name.</summary>
    private static void Copy(Stage stage, StepArgument argument)
    {
        var copy = stage.Lab.ObjectOf(argument["kind"]).DeepClone().AsObject();
        copy["metadata"]!["name"] = $"{copy["metadata"]!["name"]}-copy";
        stage.Undo(() =>
        {
            stage.Lab.Cluster.Delete(copy);
            stage.Lab.Repair();
        });
        stage.Lab.Cluster.Apply(copy);
    }

    /// <summary>Another value at a JSON pointer; none removes what is there.</summary>
    private static void Patch(Stage stage, StepArgument argument)
    {
        var patched = stage.Lab.ObjectOf(argument["kind"]).DeepClone().AsObject();
        string[] path = [.. argument["at"].Split('/').Skip(1).Select(Unescape)];
        var holder = path[..^1]
            .Aggregate(
                (JsonNode)patched,
                (at, part) =>
                    (at is JsonArray list ? list[int.Parse(part, null)] : at[part])
                    ?? throw new RehearsalException($"{argument["kind"]} has nothing at {argument["at"]}")
            );
        if (argument["to"].Length == 0)
        {
            holder.AsObject().Remove(path[^1]);
        }
        else
        {
            holder[path[^1]] = int.TryParse(argument["to"], null, out var number) ? number : argument["to"];
        }

        stage.Undo(stage.Lab.Repair);
        stage.Lab.Cluster.Apply(patched);
    }

    private static string Unescape(string part) =>
        part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
}
