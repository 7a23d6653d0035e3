using BgpLb.Graph;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>The components with their resources, and what each is for.</summary>
internal static class ResourceTree
{
    public static void Write(Page page, ResourceGraph graph)
    {
        page.Heading($"Resources: {graph.Resources.Count}");
        var table = new Table("RESOURCE", "PURPOSE");
        foreach (var resource in graph.Resources)
        {
            if (resource.Parent is null)
            {
                Add(table, resource, "", "");
            }
        }

        page.Table(table);
    }

    private static void Add(Table table, Resource resource, string branch, string trunk)
    {
        table.Add(branch + ResourceWords.Of(resource), resource.Purpose);
        var children = (resource as ComponentResource)?.Children ?? [];
        for (var i = 0; i < children.Count; i++)
        {
            var isLast = i == children.Count - 1;
            Add(table, children[i], trunk + (isLast ? "└─ " : "├─ "), trunk + (isLast ? "   " : "│  "));
        }
    }
}
