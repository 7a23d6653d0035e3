using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Tests.Settings;

namespace BgpLb.Tests.Design;

/// <summary>The worst case per fault: hold time, plus what a router keeps stale routes for, plus the routing table.</summary>
public sealed class FailoverTests
{
    private const double Table = 0.5;

    [Theory]
    [InlineData(Dialect.Vyos)]
    [InlineData(Dialect.Frr)]
    [InlineData(Dialect.Unifi)]
    public void Without_graceful_restart_only_a_silent_fault_costs_the_hold_time(Dialect dialect)
    {
        var design = Of(dialect, hold: 9, restart: null);

        Assert.IsType<RestartPolicy.DropAtOnce>(design.Routers[0].Restart);
        Assert.Equal([Table, 9 + Table, Table, Table, 9 + Table, 12], Seconds(design));
    }

    [Theory]
    [InlineData(Dialect.Frr, 3, 120)]
    [InlineData(Dialect.Unifi, 9, 30)]
    public void FRR_keeps_routes_while_an_agent_restarts_but_not_when_a_node_dies(
        Dialect dialect,
        int hold,
        int restart
    )
    {
        var design = Of(dialect, hold, restart);

        Assert.Equal(new RestartPolicy.KeepWhileRestarting(restart), design.Routers[0].Restart);
        Assert.Equal([0, hold + Table, 0, restart + Table, hold + Table, 12], Seconds(design));
    }

    [Theory]
    [InlineData(3, 120, 120)]
    [InlineData(9, 30, 30)]
    [InlineData(9, 4000, 3600)]
    public void VyOS_keeps_a_dead_node_s_routes_for_the_restart_time_too(int hold, int restart, int kept)
    {
        var design = Of(Dialect.Vyos, hold, restart);

        Assert.Equal(new RestartPolicy.KeepStale(kept), design.Routers[0].Restart);
        Assert.Equal([0, hold + kept + Table, 0, kept + Table, hold + kept + Table, 12], Seconds(design));
    }

    [Theory]
    [InlineData("nodeDies: 15", 5)]
    [InlineData("linkLost: 20.4", 10)]
    [InlineData("nodeDrained: 7", 6)]
    [InlineData("nodeDies: 600", 30)]
    public void VyOS_keeps_routes_no_longer_than_is_promised(string promise, int kept)
    {
        var design = Of(Dialect.Vyos, hold: 9, restart: 30, promise);

        Assert.Equal(new RestartPolicy.KeepStale(kept), design.Routers[0].Restart);
        Assert.All(design.Budget, line => Assert.True(line.Promise is not { } promised || promised >= line.WorstCase));
    }

    [Theory]
    // As measured on FRR 10.7, hold time 3 s.
    [InlineData(Dialect.Frr, 120, null, Fault.NodeDies, 3.1)]
    [InlineData(Dialect.Frr, 120, null, Fault.AgentRestarts, 0)]
    [InlineData(Dialect.Frr, null, null, Fault.NodeDies, 3.0)]
    [InlineData(Dialect.Frr, null, null, Fault.SpeakerKilled, 0.2)]
    [InlineData(Dialect.Vyos, 10, null, Fault.NodeDies, 12.4)]
    [InlineData(Dialect.Vyos, 120, null, Fault.NodeDies, 120)]
    public void No_measurement_exceeds_the_worst_case(
        Dialect dialect,
        int? restart,
        string? promise,
        Fault fault,
        double measured
    )
    {
        var line = Of(dialect, hold: 3, restart, promise).Budget.Single(line => line.Fault == fault);

        Assert.InRange(measured, 0, line.WorstCase.TotalSeconds);
    }

    [Theory]
    [InlineData(Dialect.Vyos, null)]
    [InlineData(Dialect.Frr, null)]
    [InlineData(Dialect.Unifi, null)]
    [InlineData(Dialect.Vyos, 30)]
    [InlineData(Dialect.Frr, 30)]
    [InlineData(Dialect.Unifi, 30)]
    public void A_router_that_probes_its_neighbours_waits_for_no_timer_of_BGP(Dialect dialect, int? restart)
    {
        var design = Of(dialect, hold: 90, restart, isProbed: true);

        var closed = restart is null ? Table : 0;
        Assert.True(design.Routers[0].ProbesNeighbours);
        Assert.Equal([closed, 0.5, closed, 0.5, 0.5, 12], Seconds(design));
    }

    [Theory]
    [InlineData("nodeDies: 0.5", 30)]
    [InlineData("linkLost: 15", 30)]
    [InlineData("nodeDrained: 7", 30)]
    public void Where_probing_keeps_the_promise_VyOS_keeps_routes_for_all_of_the_restart_time(
        string promise,
        int kept
    ) =>
        Assert.Equal(
            new RestartPolicy.KeepStale(kept),
            Of(Dialect.Vyos, hold: 9, restart: 30, promise, isProbed: true).Routers[0].Restart
        );

    [Fact]
    public void What_is_measured_with_probing_is_within_its_worst_case()
    {
        // By arithmetic, with a clock of 100 ticks a second, whose timers are late by one.
        var tick = TimeSpan.FromMilliseconds(10);
        var slowest =
            (2 * ((NeighbourProbing.Reachable * 1.5) + tick))
            + tick
            + (NeighbourProbing.Probes * (NeighbourProbing.Interval + tick));

        Assert.InRange(slowest, TimeSpan.FromMilliseconds(438), NeighbourProbing.WorstCase);
        Assert.All(
            (TimeSpan[])[NeighbourProbing.Reachable, NeighbourProbing.Interval],
            span => Assert.Equal(0, span.TotalMilliseconds % 20)
        );
    }

    [Fact]
    public void One_router_that_does_not_probe_is_the_slowest() =>
        Assert.Equal(
            [Table, 9.5, Table, Table, 9.5, 12],
            Seconds(
                StackText
                    .Dev.With("version: \"1.4\"\n", "addresses: [10.10.30.1, 10.10.40.1]\n")
                    .With("  bgplb:bgp:\n", $"{Silent}  bgplb:bgp:\n")
                    .With("nodeDies: 0.5", "nodeDies: 10")
                    .With("linkLost: 0.5", "linkLost: 10")
                    .IsAccepted()
            )
        );

    [Fact]
    public void The_slowest_router_counts()
    {
        var design = StackText
            .Dev.WithoutProbing.With("version: \"1.4\"\n", "addresses: [10.10.30.1, 10.10.40.1]\n")
            .With("password: { source", "gracefulRestart: { enabled: true, restartTime: 20 }\n    password: { source")
            .With("  bgplb:bgp:\n", $"{Silent}  bgplb:bgp:\n")
            .With("nodeDies: 10", "nodeDies: 12")
            .With("linkLost: 10", "linkLost: 12")
            .With("nodeDrained: 1", "nodeDrained: 21")
            .IsAccepted();

        Assert.Equal(
            [new RestartPolicy.KeepStale(2), new RestartPolicy.KeepWhileRestarting(20)],
            design.Routers.Select(router => router.Restart).ToArray()
        );
        Assert.Equal([0, 11.5, 0, 20.5, 11.5, 12], Seconds(design));
    }

    [Theory]
    [InlineData("maximumPaths: 8", 300, 12)]
    [InlineData("revertAfter: 60", 60, 12)]
    [InlineData("revertAfter: \"3600\"", 3600, 12)]
    public void A_router_knows_how_long_to_wait_and_how_long_a_node_may_take_to_dial_again(
        string line,
        int revertAfter,
        int reconnect
    )
    {
        var router = StackText.Dev.With("maximumPaths: 8", line).IsAccepted().Routers[0];

        Assert.Equal((revertAfter, reconnect), (router.RevertAfter.TotalSeconds, router.Reconnect.TotalSeconds));
    }

    [Fact]
    public void Dialling_again_takes_as_long_as_the_router_s_reboot_costs()
    {
        var design = StackText.Dev.With("holdTime: 9", "connectRetryTime: 8").IsAccepted();

        Assert.Equal(TimeSpan.FromSeconds(15), design.Routers[0].Reconnect);
        Assert.Equal(
            design.Budget.Single(line => line.Fault == Fault.RouterReboots).WorstCase,
            design.Routers[0].Reconnect
        );
    }

    [Fact]
    public void Every_fault_has_a_line_that_says_why()
    {
        Fault[] faults = Enum.GetValues<Fault>();
        var budget = StackText.Prod.IsAccepted().Budget;

        Assert.Equal(faults, budget.Select(line => line.Fault).ToArray());
        Assert.All(budget, line => Assert.NotEmpty(line.Because));
        Assert.All(budget, line => Assert.NotNull(line.Promise));
    }

    /// <summary>A router that does not probe.</summary>
    private const string Silent = """
            - name: spare
              dialect: frr
              neighbourProbing: false
              asn: 64512
              routerId: 10.10.10.2
              addresses: [10.10.30.2, 10.10.40.2]
              ssh:
                host: 10.10.10.2
                user: root
                hostKey: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJPhEi+hLRzBPSO1FpPCTELt3bcZ0HB13NiYfn4q2jDp

        """;

    private static double[] Seconds(LoadBalancerDesign design) =>
        [.. design.Budget.Select(line => line.WorstCase.TotalSeconds)];

    private static LoadBalancerDesign Of(
        Dialect dialect,
        int hold,
        int? restart,
        string? promise = null,
        bool isProbed = false
    )
    {
        var objectives = StackText.Dev.Yaml[
            StackText.Dev.Yaml.IndexOf("  bgplb:objectives", StringComparison.Ordinal)..
        ];
        var promises = promise is null ? "" : $"  bgplb:objectives: {{ failover: {{ {promise} }} }}\n";
        var graceful = restart is null ? "" : $"    gracefulRestart: {{ enabled: true, restartTime: {restart} }}\n";
        return StackText
            .Dev.With(objectives, promises)
            .With("dialect: vyos\n      version: \"1.4\"", $"dialect: {dialect}".ToLowerInvariant())
            .With("maximumPaths: 8", $"neighbourProbing: {(isProbed ? "true" : "false")}")
            .With("    holdTime: 9\n    keepAliveTime: 3\n", $"    holdTime: {hold}\n    keepAliveTime: 1\n{graceful}")
            .IsAccepted();
    }
}
