using BgpLb.Graph;

namespace BgpLb.Stacks.Plan;

/// <summary>What custom resources wait for, their provider included, and the steps that follow from it.</summary>
internal sealed class Waits
{
    private readonly Dictionary<Resource, List<CustomResource>> _direct = [];
    private readonly Dictionary<Resource, int> _levels = [];

    private Waits() { }

    /// <summary>
    /// The resources that can be registered together, step by step. Each is in the first step after all it waits for.
    /// </summary>
    public List<List<CustomResource>> Steps { get; } = [];

    public static Waits In(ResourceGraph graph)
    {
        var waits = new Waits();
        foreach (var resource in graph.Resources)
        {
            // The graph is in an order in which everything comes after what it waits for.
            if (resource is CustomResource custom)
            {
                waits.Add(custom);
            }
        }

        return waits;
    }

    /// <summary>What a resource waits for, without what these wait for anyway.</summary>
    public List<CustomResource> For(CustomResource resource)
    {
        var direct = _direct[resource];
        var implied = new HashSet<CustomResource>();
        foreach (var dependency in direct)
        {
            Imply(dependency, implied);
        }

        return direct.FindAll(dependency => !implied.Contains(dependency));
    }

    private void Add(CustomResource resource)
    {
        List<CustomResource> direct = [.. Dependencies.Of(resource).All];
        if (resource.Options.Provider is { } provider && !direct.Contains(provider))
        {
            direct.Insert(0, provider);
        }

        var level = 0;
        foreach (var dependency in direct)
        {
            level = Math.Max(level, _levels[dependency] + 1);
        }

        _direct[resource] = direct;
        _levels[resource] = level;
        while (Steps.Count <= level)
        {
            Steps.Add([]);
        }

        Steps[level].Add(resource);
    }

    private void Imply(CustomResource resource, HashSet<CustomResource> implied)
    {
        foreach (var dependency in _direct[resource])
        {
            if (implied.Add(dependency))
            {
                Imply(dependency, implied);
            }
        }
    }
}
