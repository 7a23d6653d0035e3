using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BgpLb.Settings.Reading;

namespace BgpLb.Settings.Reference;

/// <summary>
/// Writes Pulumi.yaml. The engine takes a declared key without a default for a required one and stops before the program
/// runs. So an optional object has the default {}, and the optional secrets are not declared: a default would have to
/// stand there in clear, which the engine refuses for a key that is declared secret.
/// </summary>
internal static class ProjectText
{
    public static string Of(string project, ImmutableArray<FieldShape> shapes)
    {
        var text = new StringBuilder(
            $$"""
            # Made from infra/Settings; UPDATE_GOLDENS=1 ./test writes it anew.
            name: {{project}}
            description: Load-balancer addresses for Kubernetes, announced by BGP from both ends.
            runtime: dotnet
            main: stacks
            # The secrets {{string.Join(", ", SecretSettings.Keys)}} are optional and therefore not declared:
            # Pulumi demands every key that is declared without a default. docs/settings.md has them.
            config:

            """
        );
        foreach (var shape in shapes.Where(shape => !shape.IsSecret))
        {
            text.Append($"  {project}:{shape.Name}:\n    type: {shape.Value.Json}\n");
            if (shape.Value is { Json: "array", Element: { } element })
            {
                text.Append($"    items: {{ type: {element.Json} }}\n");
            }

            text.Append($"    description: {Quoted(shape.Documentation)}\n");
            if (!shape.IsRequired)
            {
                text.Append($"    default: {shape.Default ?? "{}"}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>A JSON text is a YAML text too.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Json.Encoder)}\"";
}
