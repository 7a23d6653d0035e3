using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>A stack's whole graph.</summary>
public static class StackGraph
{
    /// <summary>Builds it. Pure: no I/O, no waiting, the same result for the same arguments.</summary>
    public static ResourceGraph Build(LoadBalancerDesign design, SecretSettings secrets)
    {
        var graph = new ResourceGraph(design.Project, design.Stack);
        graph.Outputs = new LoadBalancer(graph, design, secrets).Outputs;
        return graph;
    }
}
