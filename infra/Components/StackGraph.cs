using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>A stack's whole graph.</summary>
public static class StackGraph
{
    /// <summary>Builds it. Pure: no I/O, no waiting, the same result for the same arguments.</summary>
    /// <param name="asksStacks">Whether the engine is there to be asked what the stack before this one runs.</param>
    /// <param name="start">How commands on this machine start the program; null for from its sources, as a plan shows it.</param>
    public static ResourceGraph Build(
        LoadBalancerDesign design,
        SecretSettings secrets,
        bool asksStacks = false,
        ProgramStart? start = null
    )
    {
        var graph = new ResourceGraph(design.Project, design.Stack);
        var earlier =
            asksStacks && design.Promotion.Reference.Length > 0
                ? new StackReference(graph, design.Promotion.Reference)
                : null;
        graph.Outputs = new LoadBalancer(graph, design, secrets, earlier, start ?? ProgramStart.FromSource).Outputs;
        return graph;
    }
}
