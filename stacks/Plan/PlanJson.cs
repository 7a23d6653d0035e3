using System.Text.Json;
using BgpLb.Graph;
using BgpLb.Policies;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan;

/// <summary>
/// The plan for programs: <c>{project, stack, resources, outputs, findings, undecided}</c>. Resources come in an order in which
/// they can be registered, the stack itself first, as the engine has it; its parent alone is null.
/// </summary>
internal static class PlanJson
{
    public static string Of(PlannedStack planned) => JsonText.Of(json => Write(json, planned));

    private static void Write(Utf8JsonWriter json, PlannedStack planned)
    {
        var graph = planned.Graph;
        json.WriteStartObject();
        json.WriteString("project", graph.Project);
        json.WriteString("stack", graph.Stack);
        json.WriteStartArray("resources");
        WriteResource(
            json,
            graph.StackUrn,
            ResourceGraph.StackType,
            graph.StackName,
            isCustom: false,
            null,
            [],
            Fields.Empty
        );
        foreach (var resource in graph.Resources)
        {
            WriteResource(
                json,
                resource.Urn,
                resource.Type,
                resource.Name,
                resource is CustomResource,
                resource.Parent?.Urn ?? graph.StackUrn,
                Dependencies.Of(resource).All,
                resource.Inputs
            );
        }

        json.WriteEndArray();
        json.WritePropertyName("outputs");
        GraphJson.Write(json, graph.Outputs);
        json.WriteStartArray("findings");
        foreach (var finding in planned.Findings)
        {
            WriteFinding(json, finding);
        }

        json.WriteEndArray();
        json.WriteNumber("undecided", planned.Undecided);
        json.WriteEndObject();
    }

    private static void WriteResource(
        Utf8JsonWriter json,
        string urn,
        string type,
        string name,
        bool isCustom,
        string? parent,
        IEnumerable<Resource> dependencies,
        Fields inputs
    )
    {
        json.WriteStartObject();
        json.WriteString("urn", urn);
        json.WriteString("type", type);
        json.WriteString("name", name);
        json.WriteBoolean("custom", isCustom);
        json.WriteString("parent", parent);
        json.WriteStartArray("dependencies");
        foreach (var dependency in dependencies)
        {
            json.WriteStringValue(dependency.Urn);
        }

        json.WriteEndArray();
        json.WritePropertyName("inputs");
        GraphJson.Write(json, inputs);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("path", finding.Path);
        json.WriteString("message", finding.Message);
        json.WriteString("remedy", finding.Remedy);
        json.WriteEndObject();
    }
}
