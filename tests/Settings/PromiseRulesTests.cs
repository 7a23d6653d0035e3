namespace BgpLb.Tests.Settings;

/// <summary>Promises that the design cannot keep are refused with the computed worst case.</summary>
public sealed class PromiseRulesTests
{
    private const string Other = "; or other bgp timers";

    private const string Refused = ", with neighbourProbing: false at gateway";

    private const string Probed = "; or neighbour probing, without neighbourProbing: false";

    [Theory]
    [InlineData("speakerKilled: 1", "speakerKilled: 0", "0.5", "the kernel closes the session + routing table 0.5 s")]
    [InlineData("nodeDies: 0.5", "nodeDies: 0.4", "0.5", "neighbour probing 0.5 s")]
    [InlineData("agentRestarts: 1", "agentRestarts: 0.4", "0.5", "withdrawn, routing table 0.5 s")]
    [InlineData("nodeDrained: 1", "nodeDrained: 0", "0.5", "withdrawn, routing table 0.5 s")]
    [InlineData("linkLost: 0.5", "linkLost: 0.4", "0.5", "neighbour probing 0.5 s")]
    [InlineData("routerReboots: 15", "routerReboots: 10", "12", "idle 5 s + connect retry 5 s + first routes 2 s")]
    public void A_promise_below_the_worst_case_is_refused(string from, string to, string worst, string because)
    {
        var (name, promise) = (to.Split(": ")[0], to.Split(": ")[1]);

        StackText
            .Dev.With(from, to)
            .IsRefused(
                $"objectives.failover.{name}: found a promise of {promise} s; "
                    + $"allowed: {worst} or more, the worst case ({because}){Other}"
            );
    }

    [Theory]
    [InlineData("nodeDies: 10", "nodeDies: 9")]
    [InlineData("linkLost: 10", "linkLost: 3")]
    public void Without_probing_silence_costs_the_hold_time(string from, string to) =>
        StackText
            .Dev.WithoutProbing.With(from, to)
            .IsRefused(
                $"objectives.failover.{to.Split(": ")[0]}: found a promise of {to.Split(": ")[1]} s{Refused}; "
                    + $"allowed: 9.5 or more, the worst case (hold time 9 s + routing table 0.5 s){Probed}{Other}"
            );

    [Theory]
    [InlineData("maximumPaths: 8", "maximumPaths: 1")]
    [InlineData("maximumPaths: 8", "neighbourProbing: false")]
    public void Probing_helps_only_where_it_is_done_and_another_next_hop_is_there(string from, string to)
    {
        var problems = StackText.Dev.With(from, to).ProblemsBeside();

        Assert.Equal(["nodeDies", "linkLost"], problems.Select(problem => problem.Path.Split('.')[^1]));
        Assert.All(problems, problem => Assert.StartsWith("9.5 or more", problem.Allowed, StringComparison.Ordinal));
        Assert.All(problems, problem => Assert.Equal($"a promise of 0.5 s, with {to} at gateway", problem.Found));
        Assert.All(problems, problem => Assert.EndsWith($"probing, without {to}{Other}", problem.Allowed));
    }

    [Fact]
    public void Nobody_is_sent_to_a_setting_that_would_not_help() =>
        StackText
            .Dev.WithoutProbing.With("nodeDies: 10", "nodeDies: 0.4")
            .IsRefused(
                "objectives.failover.nodeDies: found a promise of 0.4 s; allowed: 9.5 or more, the worst case "
                    + $"(hold time 9 s + routing table 0.5 s){Other}"
            );

    [Fact]
    public void Over_an_API_nobody_can_ask_for_it() =>
        AccessRulesTests
            .Prod.With("nodeDies: 10", "nodeDies: 2")
            .IsRefused(
                "objectives.failover.nodeDies: found a promise of 2 s, with delivery: api at udm-pro; allowed: 9.5 or more, "
                    + "the worst case (hold time 9 s + routing table 0.5 s); or neighbour probing, without delivery: api"
                    + Other
            );

    [Fact]
    public void A_drain_under_graceful_restart_costs_what_probing_takes() =>
        StackText
            .Prod.With("nodeDrained: 1", "nodeDrained: 0.25")
            .IsRefused(
                "objectives.failover.nodeDrained: found a promise of 0.25 s; allowed: 0.5 or more, the worst case "
                    + "(forwards until it is off, then neighbour probing 0.5 s)"
                    + Other
            );

    [Fact]
    public void A_drain_under_graceful_restart_costs_the_restart_time_without_probing() =>
        StackText
            .Prod.WithoutProbing.With("nodeDrained: 1", "nodeDrained: 10")
            .IsRefused(
                $"objectives.failover.nodeDrained: found a promise of 10 s, with neighbourProbing: false at udm-pro; "
                    + "allowed: 30.5 or more, the worst case "
                    + "(restart time 30 s, as a shutdown looks like a restart + routing table 0.5 s)"
                    + Probed
                    + Other
            );

    [Fact]
    public void VyOS_cannot_keep_routes_for_a_second_within_a_short_promise() =>
        StackText
            .Dev.WithoutProbing.With("password: { source", "gracefulRestart: { enabled: true }\n    password: { source")
            .With("gracefulRestart: { enabled: true }", "gracefulRestart: { enabled: true } # since June")
            .IsRefused(
                "bgp.gracefulRestart.enabled: found true, with the VyOS router gateway, which keeps a dead node's routes "
                    + $"for at least 1 s past the hold time, against what is promised{Refused}; allowed: false; or longer "
                    + $"objectives.failover.nodeDies, linkLost and nodeDrained, or a shorter bgp.holdTime{Probed}"
            );

    [Fact]
    public void No_promise_is_never_broken() =>
        StackText
            .Dev.With("holdTime: 9", "holdTime: 90")
            .With("      nodeDies: 0.5\n", "")
            .With("      linkLost: 0.5\n", "")
            .IsAccepted();
}
