using System.Buffers;
using System.Text;
using System.Text.Json;
using BgpLb.Graph;

namespace BgpLb.Tests.Components;

/// <summary>Questions that the tests ask of a graph.</summary>
internal static class GraphView
{
    public static CustomResource[] Custom(this ResourceGraph graph, string type) =>
        [.. graph.Resources.OfType<CustomResource>().Where(resource => resource.Type == type)];

    public static CustomResource[] Objects(this ResourceGraph graph) =>
        [
            .. graph
                .Resources.OfType<CustomResource>()
                .Where(resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal))
                .Where(resource => resource.Inputs["kind"] is not null),
        ];

    public static T[] Components<T>(this ResourceGraph graph)
        where T : ComponentResource => [.. graph.Resources.OfType<T>()];

    /// <summary>The custom resources below a component.</summary>
    public static CustomResource[] Below(this ComponentResource component) =>
        [
            .. component.Children.OfType<CustomResource>(),
            .. component.Children.OfType<ComponentResource>().SelectMany(Below),
        ];

    /// <summary>All that is done before a resource, however far back.</summary>
    public static HashSet<Resource> Before(Resource resource)
    {
        var seen = new HashSet<Resource>();
        var open = new Stack<Resource>([resource]);
        while (open.TryPop(out var next))
        {
            foreach (var earlier in Needs(next).Where(seen.Add))
            {
                open.Push(earlier);
            }
        }

        return seen;
    }

    /// <summary>That all these are done before a resource.</summary>
    public static void ExpectBefore(Resource later, IEnumerable<Resource> earlier)
    {
        var before = Before(later);
        Assert.All(
            earlier,
            resource => Assert.True(before.Contains(resource), $"{later} does not wait for {resource}")
        );
    }

    public static IEnumerable<CustomResource> Needs(Resource resource) =>
        resource is CustomResource { Options.Provider: { } provider }
            ? Dependencies.Of(resource).All.Append(provider)
            : Dependencies.Of(resource).All;

    public static string[] Urns(this ResourceGraph graph) => [.. graph.Resources.Select(resource => resource.Urn)];

    /// <summary>All that would be registered, as text.</summary>
    public static string[] Lines(this ResourceGraph graph) =>
        [
            .. graph.Resources.Select(resource =>
                $"{resource.Urn} {Json(resource.Inputs)} needs {string.Join(' ', Needs(resource))} {Options(resource)}"
            ),
            Json(graph.Outputs),
        ];

    public static string Json(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            GraphJson.Write(json, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string Options(Resource resource) =>
        resource is CustomResource { Options: var options }
            ? $"{options.Version} {options.Import} {options.Protect} {options.RetainOnDelete} "
                + string.Join(
                    ' ',
                    options.AdditionalSecretOutputs.Concat(options.ReplaceOnChanges).Concat(options.IgnoreChanges)
                )
            : "";
}
