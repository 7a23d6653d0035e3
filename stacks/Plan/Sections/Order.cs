using BgpLb.Graph;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>The steps of the transaction. What is in one step is made in parallel.</summary>
internal static class Order
{
    public static void Write(Page page, ResourceGraph graph)
    {
        page.Heading("Order: each step in parallel, after all it waits for");
        var waits = Waits.In(graph);
        var table = new Table("STEP", "MAKES", "AFTER");
        for (var step = 0; step < waits.Steps.Count; step++)
        {
            var number = (step + 1).ToString();
            foreach (var resource in waits.Steps[step])
            {
                table.Add(number, ResourceWords.Of(resource), NamesOf(waits.For(resource)));
                number = "";
            }
        }

        page.Table(table);
    }

    private static string NamesOf(List<CustomResource> resources) =>
        string.Join(", ", resources.ConvertAll(resource => resource.Name));
}
