using BgpLb.Tests.Policies.Support;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Policies;

/// <summary>What the stack file asks for reaches the rules that judge it.</summary>
public sealed class ObjectiveTests
{
    private const string Last = "      routerReboots: 15\n";

    private static StackText Used { get; } =
        StackText
            .Dev.With(
                "[10.10.50.10-10.10.50.199]",
                "[10.10.50.10-10.10.50.199]\n      inUse: 180\n      growthPerMonth: 5"
            )
            .With(
                "[10.10.50.200-10.10.50.219]",
                "[10.10.50.200-10.10.50.219]\n      inUse: 0\n      growthPerMonth: 0"
            );

    [Fact]
    public void Free_addresses()
    {
        Expect.Kept("free-capacity", Used.With(Last, $"{Last}    capacity: {{ free: 5 }}\n").Seen());
        Expect.Violated(
            "free-capacity",
            Used.With(Last, $"{Last}    capacity: {{ free: 6 }}\n").Seen(),
            "180 of 190 addresses"
        );
    }

    [Fact]
    public void Months()
    {
        Expect.Kept("capacity-horizon", Used.With(Last, $"{Last}    capacity: {{ horizon: 2 }}\n").Seen());
        Expect.Violated(
            "capacity-horizon",
            Used.With(Last, $"{Last}    capacity: {{ horizon: 3 }}\n").Seen(),
            "they last 2 whole months, 3 are asked for"
        );
    }

    [Fact]
    public void A_demand_of_nothing_is_none()
    {
        var stack = Used.With(Last, $"{Last}    capacity: {{}}\n").Seen();

        Expect.Kept("free-capacity", stack);
        Expect.Kept("capacity-horizon", stack);
    }

    [Theory]
    [InlineData("nodesAtOnce: 4", "nodesAtOnce: 5")]
    [InlineData("seconds: 6.5", "seconds: 7")]
    public void What_a_change_may_do(string refused, string allowed)
    {
        var slower = StackText.Dev.With("holdTime: 9", "holdTime: 12");

        var stack = slower.With(Last, $"{Last}    impact: {{ {refused} }}\n").Seen() with { Before = Shipped.Dev };
        Expect.Violated("impact", stack, "timers");
        stack = slower.With(Last, $"{Last}    impact: {{ {allowed} }}\n").Seen() with { Before = Shipped.Dev };
        Expect.Kept("impact", stack);
    }

    [Fact]
    public void Addresses_that_may_move()
    {
        var smaller = StackText.Dev.With("10.10.50.10-10.10.50.199", "10.10.50.20-10.10.50.199");

        var stack = smaller.With(Last, $"{Last}    impact: {{ addresses: 9 }}\n").Seen() with { Before = Shipped.Dev };
        Expect.Violated("impact", stack, "10 addresses");
    }

    [Fact]
    public void How_a_router_keeps_routes()
    {
        var stack = StackText
            .Dev.WithoutProbing.With("holdTime: 9", "holdTime: 3")
            .With("keepAliveTime: 3", "keepAliveTime: 1\n    gracefulRestart: { enabled: true, restartTime: 30 }")
            .With("nodeDrained: 1", "nodeDrained: 20");

        // VyOS keeps them for 6 s, so that hold time and table fit into the promise of 10 s.
        Expect.Kept("failover-budget", stack.Seen());
        Expect.Kept("restart-without-blackhole", stack.Seen());
        Expect.Violated(
            "restart-without-blackhole",
            stack.Seen().With("LoadBalancer dev", "promises.nodeDies", 9.4),
            "9.5 s"
        );
    }
}
