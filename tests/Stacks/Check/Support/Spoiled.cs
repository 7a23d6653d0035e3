using BgpLb.Policies.Model;
using BgpLb.Settings;
using BgpLb.Stacks.Check;

namespace BgpLb.Tests.Stacks.Check.Support;

/// <summary>The shipped stacks with resources as nobody could write them in a stack's file.</summary>
internal static class Spoiled
{
    /// <summary>A stack whose resources were changed after they were made from its file.</summary>
    public static ReadStack Stack(string name, Func<StackView, StackView> spoil)
    {
        var read = ReadStack.Of(ProjectFiles.Find(Repository.Root).Files!, name);
        return read with { View = spoil(read.View!) };
    }

    /// <summary>A report of one.</summary>
    public static CheckReport Report(string name, Func<StackView, StackView> spoil) =>
        new([CheckedStack.Of(Stack(name, spoil), [])], Repository.Root, Repository.Root);

    /// <summary>Prod with one error in a pool, one in the router's command.</summary>
    public static CheckReport Prod { get; } =
        Report(
            "prod",
            stack =>
                Policies.Support.Shipped.With(
                    Policies.Support.Shipped.With(
                        stack,
                        "CiliumLoadBalancerIPPool bgp-ingress",
                        "spec.blocks[0].start",
                        "172.29.52.199"
                    ),
                    "Command udm-pro-change",
                    "connection.hostKey",
                    null
                )
        );
}
