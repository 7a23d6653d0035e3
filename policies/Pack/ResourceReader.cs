using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Policies.Pack.Protocol;

namespace BgpLb.Policies.Pack;

/// <summary>Reads the engine's resources.</summary>
internal static class ResourceReader
{
    /// <summary>A resource as it is going to be, without its place in the stack, which only AnalyzeStack tells.</summary>
    /// <exception cref="CallException">It has no URN or no type.</exception>
    public static StackResource Read(AnalyzeRequest request) =>
        new(
            Given(request.Urn, "a URN"),
            Given(request.Type, "a type"),
            request.Name,
            Marked(request.Type, ValueReader.Read(request.Properties)),
            Parent(request.Options?.Parent),
            [],
            request.Options?.Protect ?? false
        );

    /// <summary>
    /// A resource of the whole stack. There the engine sends what the providers report, and of a component only what
    /// it has put out: its inputs are those that have been seen before.
    /// </summary>
    /// <param name="inputs">By URN.</param>
    public static StackResource Read(AnalyzerResource resource, IReadOnlyDictionary<string, Fields> inputs)
    {
        var outputs = Marked(resource.Type, ValueReader.Read(resource.Properties));
        return new(
            Given(resource.Urn, "a URN"),
            Given(resource.Type, "a type"),
            resource.Name,
            inputs.GetValueOrDefault(resource.Urn, outputs),
            Parent(resource.Parent),
            [.. resource.Dependencies.Union(resource.PropertyDependencies.Values.SelectMany(urns => urns.Urns))],
            resource.Options?.Protect ?? false,
            outputs
        );
    }

    /// <summary>A Kubernetes Secret is one, even where whoever made it has not said so.</summary>
    private static Fields Marked(string type, Fields properties) =>
        type is not "kubernetes:core/v1:Secret"
            ? properties
            : Fields.Of(
                properties.Entries.Select(entry =>
                    entry.Name is "data" or "stringData" ? entry with { Value = entry.Value.AsSecret() } : entry
                )
            );

    private static string? Parent(string? urn) => string.IsNullOrEmpty(urn) ? null : urn;

    private static string Given(string text, string what) =>
        text.Length > 0 ? text : throw CallException.Invalid($"a resource without {what}");
}
