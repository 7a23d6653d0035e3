using BgpLb.Graph;

namespace BgpLb.Stacks.Plan.Diagrams;

/// <summary>The resource graph: components around their resources, an arrow from what is made first.</summary>
internal static class ResourceDiagram
{
    public static string Of(ResourceGraph graph)
    {
        var chart = new Flowchart("TD");
        var ids = new Dictionary<Resource, string>();
        foreach (var resource in graph.Resources)
        {
            ids.Add(resource, $"r{ids.Count}");
        }

        foreach (var resource in graph.Resources)
        {
            if (resource.Parent is null)
            {
                Add(chart, resource, ids);
            }
        }

        var waits = Waits.In(graph);
        foreach (var resource in graph.Resources)
        {
            if (resource is CustomResource custom)
            {
                waits.For(custom).ForEach(first => chart.Arrow(ids[first], "-->", ids[custom]));
            }
        }

        return chart.ToString();
    }

    private static void Add(Flowchart chart, Resource resource, Dictionary<Resource, string> ids)
    {
        var label = ResourceWords.Of(resource);
        if (resource is CustomResource)
        {
            chart.Box(ids[resource], label);
            return;
        }

        if (resource is not ComponentResource { Children: { Count: > 0 } children })
        {
            // A component without resources would be an empty subgraph, which mermaid does not draw.
            chart.RoundBox(ids[resource], label);
            return;
        }

        chart.Begin(ids[resource], label);
        foreach (var child in children)
        {
            Add(chart, child, ids);
        }

        chart.End();
    }
}
