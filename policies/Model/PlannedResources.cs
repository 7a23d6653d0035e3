using System.Collections.Immutable;
using BgpLb.Graph;

namespace BgpLb.Policies.Model;

/// <summary>A graph that has not been registered yet, as the engine would see it.</summary>
public static class PlannedResources
{
    /// <summary>The stack of a graph; what other resources put out is unknown in it.</summary>
    public static StackView Of(ResourceGraph graph) =>
        new(
            graph.Project,
            graph.Stack,
            [
                new(
                    graph.StackUrn,
                    ResourceGraph.StackType,
                    graph.StackName,
                    Fields.Empty,
                    Parent: null,
                    [],
                    IsProtected: false
                ),
                .. graph.Resources.Select(resource => Of(graph, resource)),
            ]
        );

    private static StackResource Of(ResourceGraph graph, Resource resource) =>
        new(
            resource.Urn,
            resource.Type,
            resource.Name,
            (Fields)Seen(resource.Inputs),
            resource.Parent?.Urn ?? graph.StackUrn,
            [.. Dependencies.Of(resource).All.Select(dependency => dependency.Urn)],
            resource is CustomResource { Options.Protect: true }
        );

    private static Value Seen(Value value) =>
        value switch
        {
            Output => new Unknown(),
            Secret secret => Seen(secret.Inner).AsSecret(),
            Joined joined => Join([.. joined.Parts.Select(Seen)]),
            Items items => Items.Of(items.Elements.Select(Seen)),
            Fields fields => Fields.Of(fields.Entries.Select(entry => entry with { Value = Seen(entry.Value) })),
            _ => value,
        };

    /// <summary>Secret or unknown as a whole where any part is.</summary>
    private static Value Join(ImmutableArray<Value> parts)
    {
        var inner = parts.Select(part => part is Secret secret ? secret.Inner : part).ToArray();
        Value joined = inner.Any(part => part is not Text)
            ? new Unknown()
            : new Text(string.Concat(inner.Select(part => ((Text)part).Content)));
        return parts.Any(part => part is Secret) ? joined.AsSecret() : joined;
    }
}
