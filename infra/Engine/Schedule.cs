using BgpLb.Graph;

namespace BgpLb.Engine;

/// <summary>
/// Hands out the steps of a graph, each as soon as what it needs is done. Its size is that of the graph: to wait for a
/// component is one edge, however many children it has. Not thread-safe.
/// </summary>
internal sealed class Schedule
{
    private readonly Queue<Step> _ready = new();
    private readonly List<Step> _steps = [];
    private readonly Dictionary<Resource, Step> _registered = [];
    private readonly Dictionary<Resource, Step> _childrenDone = [];

    public Schedule(ResourceGraph graph)
    {
        foreach (var resource in graph.Resources)
        {
            _registered[resource] = Add(StepKind.Register, resource);
            if (resource is ComponentResource)
            {
                _childrenDone[resource] = Add(StepKind.ChildrenDone, resource);
            }
        }

        foreach (var resource in graph.Resources)
        {
            Connect(resource);
        }

        foreach (var step in _steps)
        {
            if (step.Missing == 0)
            {
                _ready.Enqueue(step);
            }
        }
    }

    /// <summary>The first resource that could not be registered because something that it waits for was not.</summary>
    public Resource? FirstStuck => _steps.Find(step => step is { Kind: StepKind.Register, Missing: > 0 })?.Resource;

    /// <summary>The next step that can be done now, if there is one.</summary>
    public bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Step? step)
    {
        while (_ready.TryDequeue(out step))
        {
            if (step.Kind != StepKind.ChildrenDone)
            {
                return true;
            }

            Complete(step);
        }

        return false;
    }

    public void Complete(Step step)
    {
        foreach (var follower in step.Followers)
        {
            if (--follower.Missing == 0)
            {
                _ready.Enqueue(follower);
            }
        }
    }

    private Step Add(StepKind kind, Resource resource)
    {
        var step = new Step(kind, resource);
        _steps.Add(step);
        return step;
    }

    private void Connect(Resource resource)
    {
        var register = _registered[resource];
        foreach (var needed in resource.DependsOn)
        {
            register.WaitsFor(needed is ComponentResource ? _childrenDone[needed] : _registered[needed]);
        }

        WaitForOutputs(register, resource.Inputs);
        if (resource is CustomResource { Options.Provider: { } provider })
        {
            register.WaitsFor(_registered[provider]);
        }

        if (resource.Parent is { } parent)
        {
            register.WaitsFor(_registered[parent]);
            _childrenDone[parent].WaitsFor(_childrenDone.GetValueOrDefault(resource) ?? register);
        }

        if (resource is ComponentResource component)
        {
            var done = _childrenDone[component];
            done.WaitsFor(register);
            var report = Add(StepKind.ReportOutputs, component);
            report.WaitsFor(done);
            WaitForOutputs(report, component.Outputs);
        }
    }

    private void WaitForOutputs(Step step, Fields fields)
    {
        foreach (var output in Dependencies.OutputsIn(fields))
        {
            step.WaitsFor(_registered[output.Source]);
        }
    }
}
