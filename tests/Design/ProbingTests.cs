using System.Collections.Immutable;
using BgpLb.Design;
using BgpLb.Settings;
using BgpLb.Tests.Settings;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace BgpLb.Tests.Design;

/// <summary>A router asks every host of a link whether it lives only where somebody says so, or a promise needs it.</summary>
public sealed class ProbingTests
{
    private static readonly StackSettings Base = StackText.Dev.Read().Settings!;

    public static Arbitrary<StackSettings> Stacks() =>
        (
            from dialect in Gen.Elements(Enum.GetValues<Dialect>())
            from hold in Gen.Elements(3, 9, 90)
            from restart in Gen.Elements<int?>(null, 1, 30, 4000)
            from nodeDies in Promises
            from linkLost in Promises
            from nodeDrained in Promises
            from paths in Gen.Elements(1, 2, 8)
            from isOverApi in Gen.Elements(false, false, true)
            select Base with
            {
                Routers =
                [
                    Base.Routers[0] with
                    {
                        Dialect = isOverApi ? Dialect.Unifi : dialect,
                        MaximumPaths = paths,
                        Access = isOverApi
                            ? new ApiSettings(new("https://172.29.51.1"), "default", Pin: null)
                            : Base.Routers[0].Access,
                    },
                ],
                Bgp = Base.Bgp with
                {
                    HoldTime = hold,
                    KeepAliveTime = hold / 3,
                    GracefulRestart = new(restart is not null, restart ?? 30),
                },
                Objectives = new(
                    new FailoverSettings(
                        SpeakerKilled: null,
                        nodeDies,
                        AgentRestarts: null,
                        nodeDrained,
                        linkLost,
                        RouterReboots: null
                    )
                ),
            }
        ).ToArbitrary();

    private static Gen<TimeSpan?> Promises =>
        Gen.Frequency(
            (2, Gen.Constant((TimeSpan?)null)),
            (
                3,
                from tenths in Gen.Elements(
                    0,
                    4,
                    5,
                    6,
                    14,
                    15,
                    34,
                    35,
                    44,
                    45,
                    94,
                    95,
                    104,
                    105,
                    304,
                    305,
                    394,
                    395,
                    905
                )
                select (TimeSpan?)TimeSpan.FromSeconds(tenths / 10.0)
            )
        );

    [Property(MaxTest = 1000, Arbitrary = [typeof(ProbingTests)])]
    public void It_is_done_exactly_where_the_promises_hold_with_it_only(StackSettings stack)
    {
        var without = DesignOf(stack, probes: false);
        var unset = DesignOf(stack, probes: null);

        if (CanProbe(stack))
        {
            var with = DesignOf(stack, probes: true);
            Assert.Equal(without is not null || with is not null, unset is not null);
            Assert.Equal(without is null && with is not null, unset?.Routers[0].ProbesNeighbours == true);
            Assert.True(with?.Routers[0].ProbesNeighbours != false);
        }
        else
        {
            Assert.Equal(without is null, unset is null);
            Assert.True(unset?.Routers[0].ProbesNeighbours != true);
        }

        Assert.True(without?.Routers[0].ProbesNeighbours != true);
    }

    [Theory]
    [InlineData("nodeDies: 0.5", "nodeDies promises 0.5 s (9.5 s without)")]
    [InlineData("linkLost: 9", "linkLost promises 9 s (9.5 s without)")]
    [InlineData(
        "nodeDies: 2, linkLost: 3",
        "nodeDies promises 2 s (9.5 s without), linkLost promises 3 s (9.5 s without)"
    )]
    [InlineData("nodeDies: 9.5, linkLost: 10, nodeDrained: 0.5", null)]
    [InlineData("agentRestarts: 0.5, speakerKilled: 0.5, routerReboots: 12", null)]
    [InlineData("", null)]
    public void A_promise_of_silence_that_is_shorter_than_the_hold_time_needs_it(string promises, string? because) =>
        AssertChosen(Promising(StackText.Dev, promises), because ?? "no promise needs it", because is not null);

    [Fact]
    public void A_drain_under_graceful_restart_needs_it() =>
        AssertChosen(
            Promising(StackText.Prod, "nodeDrained: 1"),
            "nodeDrained promises 1 s (30.5 s without)",
            isMade: true
        );

    [Fact]
    public void VyOS_needs_it_where_a_second_of_stale_routes_is_too_long()
    {
        var stack = StackText.Dev.With("holdTime: 9", "holdTime: 9\n    gracefulRestart: { enabled: true }");

        AssertChosen(Promising(stack, "nodeDies: 10"), "nodeDies promises 10 s (10.5 s without)", isMade: true);
        AssertChosen(Promising(stack, "nodeDies: 10.5"), "no promise needs it", isMade: false);
    }

    [Theory]
    [InlineData("true", "nodeDies: 60", "neighbourProbing: true")]
    [InlineData("true", "nodeDies: 2", "nodeDies promises 2 s (9.5 s without)")]
    [InlineData("false", "nodeDies: 60", "neighbourProbing: false")]
    public void The_setting_has_the_last_word(string setting, string promises, string because) =>
        AssertChosen(
            Promising(
                StackText.Dev.With("maximumPaths: 8", $"maximumPaths: 8\n      neighbourProbing: {setting}"),
                promises
            ),
            because,
            setting == "true"
        );

    private static void AssertChosen(StackText stack, string because, bool isMade)
    {
        var router = stack.IsAccepted().Routers[0];

        Assert.Equal((isMade, because), (router.ProbesNeighbours, router.ProbingBecause));
    }

    private static StackText Promising(StackText stack, string promises)
    {
        var objectives = stack.Yaml[stack.Yaml.IndexOf("  bgplb:objectives", StringComparison.Ordinal)..];
        return stack.With(objectives, $"  bgplb:objectives: {{ failover: {{ {promises} }} }}\n");
    }

    private static bool CanProbe(StackSettings stack) =>
        stack.Routers[0] is { MaximumPaths: > 1, Access: not ApiSettings };

    private static LoadBalancerDesign? DesignOf(StackSettings stack, bool? probes) =>
        Designer
            .Design("bgplb", "dev", stack with { Routers = [stack.Routers[0] with { NeighbourProbing = probes }] })
            .Design;
}
