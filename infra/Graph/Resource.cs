using System.Collections.Immutable;

namespace BgpLb.Graph;

/// <summary>
/// A node of the graph: what the Pulumi engine will be asked to register. Its URN (stack, project, types of its
/// parents, name) is its identity; changing any part of that replaces it.
/// </summary>
public abstract class Resource
{
    private protected Resource(ResourceGraph graph, ComponentResource? parent, string type, string name)
    {
        Graph = graph;
        Parent = parent;
        Type = type;
        Name = name;
        Urn = graph.UrnOf(parent, type, name);
        graph.Add(this);
        parent?.Adopt(this);
    }

    public ResourceGraph Graph { get; }

    /// <summary>The component it belongs to; null for the top, whose parent is the stack.</summary>
    public ComponentResource? Parent { get; }

    /// <summary>The type token, as the official SDKs write it: <c>kubernetes:core/v1:Secret</c>.</summary>
    public string Type { get; }

    public string Name { get; }

    /// <summary><c>urn:pulumi:STACK::PROJECT::PARENT$TYPE::NAME</c>.</summary>
    public string Urn { get; }

    /// <summary>What it is for, in one phrase for the plan; never sent to the engine.</summary>
    public string Purpose { get; protected init; } = "";

    public Fields Inputs { get; protected init; } = Fields.Empty;

    /// <summary>What has to be registered before it, besides what its inputs refer to. A component stands for its children.</summary>
    public ImmutableArray<Resource> DependsOn { get; protected init; } = [];

    public override string ToString() => Urn;
}
