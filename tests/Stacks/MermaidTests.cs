using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks;

public sealed class MermaidTests
{
    [Theory]
    [InlineData("dev", 2, 1)]
    [InlineData("prod", 1, 2)]
    public async Task The_topology_has_a_session_per_node_group_and_family(string stack, int groups, int families)
    {
        var (topology, _) = await DiagramsAsync(stack);
        Assert.Equal(groups * families, topology.Arrows.Count(arrow => arrow.To == "router0"));
        Assert.Equal(groups, topology.Labels.Keys.Count(id => id.StartsWith("group", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("dev", 10)]
    [InlineData("prod", 10)]
    public async Task Every_resource_is_drawn_once_and_waits_for_what_it_needs(string stack, int least)
    {
        var (_, resources) = await DiagramsAsync(stack);
        Assert.Equal(resources.Labels.Count, resources.Labels.Values.Distinct(StringComparer.Ordinal).Count());
        Assert.True(resources.Arrows.Count > least);
        var confirmation = resources.Labels.Single(pair =>
            pair.Value.EndsWith("-confirmation", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(resources.Arrows, arrow => arrow.From == confirmation.Key);
        Assert.Contains(resources.Arrows, arrow => arrow.To == confirmation.Key);
    }

    private static async Task<(Diagram Topology, Diagram Resources)> DiagramsAsync(string stack)
    {
        var text = (await Outcome.OfAsync(Repository.Root, "plan", stack, "--mermaid")).Done();
        var fences = text.Split("```");
        Assert.Equal(5, fences.Length);
        return (Diagram.Parse(fences[1]), Diagram.Parse(fences[3]));
    }
}
