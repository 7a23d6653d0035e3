using BgpLb.Components;
using BgpLb.Graph;
using BgpLb.Settings;
using BgpLb.Tests.Cilium;

namespace BgpLb.Tests.Components;

/// <summary>A router that is gone for good: nothing may connect to it, neither now nor when it is removed.</summary>
public sealed class RetainTests
{
    private const string Gone = "backup";

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Its_command_is_forgotten_unprotected_and_deaf_to_every_change(string stack)
    {
        var command = ChangeOf(Graph(stack, isGone: true), Gone);

        Assert.True(command.Options.RetainOnDelete);
        Assert.False(command.Options.Protect);
        Assert.Empty(
            command
                .Inputs.Entries.Select(entry => entry.Name)
                .Concat(["environment", "triggers", "update"])
                .Except(command.Options.IgnoreChanges, StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void No_confirmation_is_asked_of_it_but_of_the_others(string stack) =>
        Assert.Equal(
            [Shipped.Settings(stack).Routers[0].Name],
            Graph(stack, isGone: true).Components<RouterConfirmation>().Select(component => component.Name)
        );

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void No_command_that_would_delete_something_there_leaves_the_graph(string stack)
    {
        var (before, after) = (Graph(stack, isGone: false), Graph(stack, isGone: true));

        var left = before
            .Resources.OfType<CustomResource>()
            .Where(resource => !after.Urns().Contains(resource.Urn, StringComparer.Ordinal))
            .ToArray();

        Assert.Equal($"{Gone}-confirmation", Assert.Single(left).Name);
        Assert.Null(left[0].Inputs["delete"]);
    }

    [Theory]
    [MemberData(nameof(Shipped.Stacks), MemberType = typeof(Shipped))]
    public void Nothing_else_changes(string stack)
    {
        var (before, after) = (Graph(stack, isGone: false), Graph(stack, isGone: true));

        Expect.Same(Others(before), Others(after));
        Assert.Null(ChangeOf(after, Shipped.Settings(stack).Routers[0].Name).Options.RetainOnDelete);
    }

    [Fact]
    public void A_preview_says_that_nobody_connects_to_it()
    {
        var change = Graph(Shipped.Prod, isGone: true).Components<RouterChange>().Single(c => c.Name == Gone);

        Assert.Equal(new Text("gone for good: left as it is, nobody connects to it"), change.Inputs["retain"]);
    }

    /// <summary>All but the digest and what belongs to the router that is gone.</summary>
    private static string[] Others(ResourceGraph graph) =>
        [
            .. graph
                .Lines()
                .Take(graph.Resources.Count)
                .Where(line => !line.Contains("RouterConfirmation"))
                .Where(line => !IsOfGone(line.Split(' ')[0])),
        ];

    private static bool IsOfGone(string urn) =>
        urn.EndsWith($"::{Gone}", StringComparison.Ordinal)
        || urn.EndsWith($"::{Gone}-change", StringComparison.Ordinal);

    private static CustomResource ChangeOf(ResourceGraph graph, string router) =>
        graph.Components<RouterChange>().Single(component => component.Name == router).Below().Single();

    private static ResourceGraph Graph(string stack, bool isGone)
    {
        var settings = Changes.AddRouter(Shipped.Settings(stack)) with { Protect = true };
        return Shipped.Graph(
            stack,
            settings with
            {
                Routers = settings.Routers.SetItem(0, settings.Routers[0] with { Retain = isGone }),
            }
        );
    }
}
