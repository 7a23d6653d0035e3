using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Tests.Policies.Support;

/// <summary>How full the pools of the stack dev are said to be: 190 and 20 addresses.</summary>
internal static class Usage
{
    public const string Pool = "CiliumLoadBalancerIPPool dev-default";

    public const string Reserved = "CiliumLoadBalancerIPPool dev-reserved";

    private const string Component = "AddressPools address-pools";

    /// <summary>The stack with this asked of every pool.</summary>
    public static StackView Asking(string what, int number) => Shipped.Dev.With(Component, $"demand.{what}", number);

    /// <summary>The stack with this written about a pool.</summary>
    public static StackView Using(this StackView stack, string pool, int inUse, int? growth = null)
    {
        var used = stack.With(Component, $"usage.{pool}.inUse", inUse);
        return growth is { } more ? used.With(Component, $"usage.{pool}.growthPerMonth", more) : used;
    }

    /// <summary>The stack as its provider has read it, with what LB-IPAM has counted.</summary>
    public static StackView Counting(this StackView stack, string resource, string used) =>
        stack.Change(
            resource,
            pool =>
                pool with
                {
                    Outputs = Fields.Of(
                        (
                            "status",
                            Fields.Of(
                                (
                                    "conditions",
                                    Items.Of(
                                        Fields.Of(("type", "cilium.io/IPsTotal"), ("message", "7")),
                                        Fields.Of(("type", "cilium.io/IPsUsed"), ("message", used))
                                    )
                                )
                            )
                        )
                    ),
                }
        );
}
