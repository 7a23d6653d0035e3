namespace BgpLb.Graph;

/// <summary>
/// A group of resources with a name and inputs of its own. The engine compares and shows the inputs, so what a person
/// must see before saying yes goes there. Derived classes make their children in their constructors.
/// </summary>
public abstract class ComponentResource : Resource
{
    private readonly List<Resource> _children = [];

    /// <summary>A component directly under the stack.</summary>
    protected ComponentResource(ResourceGraph graph, string type, string name)
        : base(graph, parent: null, type, name) { }

    /// <summary>A component within another.</summary>
    protected ComponentResource(ComponentResource parent, string type, string name)
        : base(parent.Graph, parent, type, name) { }

    public IReadOnlyList<Resource> Children => _children;

    /// <summary>What the component reports when its children are done.</summary>
    public Fields Outputs { get; protected init; } = Fields.Empty;

    internal void Adopt(Resource child) => _children.Add(child);
}
