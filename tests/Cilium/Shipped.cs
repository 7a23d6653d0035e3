using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Tests.Cilium;

/// <summary>The two stacks that the project ships, at every station of their way through the house.</summary>
internal static class Shipped
{
    public const string Dev = "dev";
    public const string Prod = "prod";

    public static TheoryData<string> Stacks { get; } = new(Dev, Prod);

    public static StackSettings Settings(string stack)
    {
        var reading = SettingsReading.FromFiles(Repository.Root, stack);
        return reading.Settings ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    public static LoadBalancerDesign Design(string stack, StackSettings? settings = null)
    {
        var reading = Designer.Design("bgplb", stack, settings ?? Settings(stack));
        return reading.Design ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    }

    public static ResourceGraph Graph(string stack, StackSettings? settings = null) =>
        StackGraph.Build(Design(stack, settings), (settings ?? Settings(stack)).Secrets);
}
