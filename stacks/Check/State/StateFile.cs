using System.Collections.Immutable;
using System.Text.Json;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check.State;

/// <summary>What <c>pulumi stack export</c> writes.</summary>
internal static class StateFile
{
    /// <summary>The stack in it, or why there is none, in words for people.</summary>
    public static (StackView? Stack, string Error) Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var document = JsonDocument.Parse(stream, new() { MaxDepth = 512 });
            return Of(document.RootElement);
        }
        catch (JsonException wrong)
        {
            // Its own message may quote what stands there.
            return (null, $"no valid JSON at line {wrong.LineNumber + 1}; pulumi stack export writes it");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return (null, unreadable.Message);
        }
        catch (InvalidOperationException)
        {
            // Asked of another kind of JSON value than the engine writes.
            return (null, "a state of a form that this version does not know");
        }
    }

    private static (StackView? Stack, string Error) Of(JsonElement root)
    {
        if (Field(root, "deployment") is not { } deployment)
        {
            return (null, "no deployment in it; pulumi stack export writes one");
        }

        if (
            Field(root, "version") is { ValueKind: JsonValueKind.Number } version
            && version.GetInt32() is not 3 and var other
        )
        {
            return (null, $"a state of version {other}; version 3 is known: export it with a current Pulumi");
        }

        // What is only waiting to be deleted runs no more for anybody.
        ImmutableArray<StackResource> resources =
        [
            .. Elements(deployment, "resources")
                .Where(resource => Field(resource, "delete") is not { ValueKind: JsonValueKind.True })
                .Select(ResourceOf)
                .OfType<StackResource>(),
        ];
        return resources.IsEmpty || StackUrn.Parse(resources[0].Urn) is not { } urn
            ? (null, "no resources in it: nothing has been made yet")
            : (new(urn.Project, urn.Stack, resources), "");
    }

    private static StackResource? ResourceOf(JsonElement resource) =>
        Text(resource, "urn") is not { } urn || StackUrn.Parse(urn) is not { } parts
            ? null
            : new(
                urn,
                Text(resource, "type") ?? parts.Type,
                parts.Name,
                Field(resource, "inputs") is { } inputs ? StateValue.Fields(inputs) : Graph.Fields.Empty,
                Text(resource, "parent") is { Length: > 0 } parent ? parent : null,
                [.. Elements(resource, "dependencies").Select(dependency => dependency.GetString()!)],
                Field(resource, "protect") is { ValueKind: JsonValueKind.True },
                Field(resource, "outputs") is { } outputs ? StateValue.Fields(outputs) : null
            );

    private static JsonElement? Field(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object
        && value.TryGetProperty(name, out var field)
        && field.ValueKind != JsonValueKind.Null
            ? field
            : null;

    private static string? Text(JsonElement value, string name) => Field(value, name)?.GetString();

    private static IEnumerable<JsonElement> Elements(JsonElement value, string name)
    {
        if (Field(value, name) is { } list)
        {
            foreach (var element in list.EnumerateArray())
            {
                yield return element;
            }
        }
    }
}
