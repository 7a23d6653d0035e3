using BgpLb.Graph;

namespace BgpLb.Engine;

/// <summary>What is done for a resource.</summary>
internal enum StepKind
{
    /// <summary>Its registration.</summary>
    Register,

    /// <summary>No call: a component's children, and theirs, are registered.</summary>
    ChildrenDone,

    /// <summary>A component's outputs, when its children are done.</summary>
    ReportOutputs,
}

/// <summary>One step of the registration of a graph, and the steps that wait for it.</summary>
internal sealed class Step(StepKind kind, Resource resource)
{
    private readonly List<Step> _followers = [];

    public StepKind Kind { get; } = kind;

    public Resource Resource { get; } = resource;

    public IReadOnlyList<Step> Followers => _followers;

    /// <summary>How many steps have to be done before this one.</summary>
    public int Missing { get; set; }

    public void WaitsFor(Step other)
    {
        other._followers.Add(this);
        Missing++;
    }
}
