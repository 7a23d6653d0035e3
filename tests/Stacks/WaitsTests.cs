using BgpLb.Graph;
using BgpLb.Stacks.Plan;

namespace BgpLb.Tests.Stacks;

public sealed class WaitsTests
{
    [Fact]
    public void A_resource_is_in_the_first_step_after_all_it_waits_for()
    {
        var group = new Group();
        var provider = group.Add("provider");
        var first = group.Add("first", provider);
        var second = group.Add("second", provider, first);
        var alone = group.Add("alone", provider);
        var waits = Waits.In(group.Graph);
        Assert.Equal(
            [
                [provider],
                [first, alone],
                [second],
            ],
            waits.Steps
        );
    }

    [Fact]
    public void What_is_waited_for_anyway_is_not_told_again()
    {
        var group = new Group();
        var provider = group.Add("provider");
        var first = group.Add("first", provider);
        var second = group.Add("second", provider, first);
        var third = group.Add("third", provider, first, second);
        var waits = Waits.In(group.Graph);
        Assert.Equal([provider], waits.For(first));
        Assert.Equal([first], waits.For(second));
        Assert.Equal([second], waits.For(third));
    }

    private sealed class Group() : ComponentResource(new ResourceGraph("project", "stack"), "test:index:Group", "group")
    {
        public CustomResource Add(string name, CustomResource? provider = null, params Resource[] after) =>
            new(
                this,
                "test:index:Thing",
                name,
                Fields.Empty,
                new()
                {
                    Version = "1.0.0",
                    Provider = provider,
                    DependsOn = [.. after],
                },
                ""
            );
    }
}
