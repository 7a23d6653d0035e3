using System.Diagnostics;
using System.Net;
using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Reports;
using BgpLb.Rehearsal.Traffic;
using Stream = BgpLb.Rehearsal.Traffic.Stream;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>Runs scenarios on a lab, one after the other, and puts the lab back in order after each.</summary>
internal sealed class Performance(StackLab lab)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan HealLimit = TimeSpan.FromMinutes(3);

    /// <summary>So many flows go to each node on an average: that none of many goes to one is out of the question.</summary>
    private const int FlowsPerNode = 16;

    /// <summary>At most this many flows at once: what one machine sends and counts without losing any itself.</summary>
    private const int MostFlows = 96;

    public ScenarioResult Run(Scenario scenario)
    {
        if (scenario.Needs.FirstOrDefault(need => Has(need.What) < need.AtLeast) is { } missing)
        {
            return Result(scenario, Outcomes.LeftOut, TimeSpan.Zero, [], null, Reason(missing));
        }

        var watch = Stopwatch.StartNew();
        var checks = new List<Check>();
        LossRecord? loss = null;
        using var stage = new Stage(lab);
        try
        {
            loss = Act(scenario, stage, checks);
            foreach (var expectation in scenario.Then)
            {
                checks.Add(Expectations.Of(stage, expectation));
            }
        }
        catch (Exception failure) when (failure is RehearsalException or FormatException or OverflowException)
        {
            checks.Add(new("the scenario", "can be run", failure.Message, Passed: false));
        }

        try
        {
            if (!scenario.Do.IsEmpty)
            {
                stage.Heal(HealLimit);
            }
        }
        catch (RehearsalException failure)
        {
            checks.Add(new("afterwards", "both ends stand again", failure.Message, Passed: false));
        }

        var outcome = checks.TrueForAll(check => check.Passed) ? Outcomes.Passed : Outcomes.Failed;
        return Result(scenario, outcome, watch.Elapsed, checks, loss);
    }

    private static ScenarioResult Result(
        Scenario scenario,
        Outcomes outcome,
        TimeSpan elapsed,
        IReadOnlyList<Check> checks,
        LossRecord? loss,
        string reason = ""
    ) => new(scenario.Name, scenario.Title, scenario.Group, outcome, elapsed, checks, loss, reason);

    private LossRecord? Act(Scenario scenario, Stage stage, List<Check> checks)
    {
        if (scenario.Loss is not { } limit)
        {
            Do(scenario, stage);
            return null;
        }

        var vips = Measured();
        var flows = Math.Min(MostFlows, FlowsPerNode * lab.Nodes.Length);
        var perVip = Math.Max(2, flows / Math.Max(1, vips.Count));
        var design = lab.Design;
        using var stream = new Stream(lab.Routers[0].Client.Namespace, vips, perVip, Interval);
        // The record's clock is that of the stream.
        var offset = stage.Elapsed - stream.Elapsed;
        Thread.Sleep(WarmUp);
        Do(scenario, stage);
        Watch(LossJudge.WatchFor(limit, design));
        var record = stream.Record();
        var actions = stage.Actions.Select(action => (action.At - offset, action.What)).ToArray();
        var last = actions.Length == 0 ? TimeSpan.Zero : actions[^1].Item1;
        var judgement = LossJudge.Judge(limit, design, record, last);
        checks.Add(judgement);
        return new(record, actions, judgement);
    }

    private static void Do(Scenario scenario, Stage stage)
    {
        foreach (var step in scenario.Do)
        {
            Actions.Do(stage, step);
        }
    }

    /// <summary>The nodes' answers follow the Services meanwhile.</summary>
    private void Watch(TimeSpan length)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < length; )
        {
            lab.Refresh();
            Thread.Sleep(TimeSpan.FromMilliseconds(250));
        }
    }

    /// <summary>A few addresses of each family that more than one node serves: what one node's fault may not take away.</summary>
    private IReadOnlyList<IPAddress> Measured()
    {
        const int PerFamily = 4;
        lab.Refresh();
        return
        [
            .. lab
                .Services.Services.Where(service => service.IsAnnounced)
                .Where(service => !service.IsLocal || service.Endpoints.Count > 1)
                .SelectMany(service => service.Addresses)
                .GroupBy(address => address.AddressFamily)
                .SelectMany(family => family.Take(PerFamily)),
        ];
    }

    private int Has(string what) =>
        what switch
        {
            "nodes" => lab.Nodes.Length,
            "gracefulRestart" => lab.Design.Session.RestartTime is null ? 0 : 1,
            "communities" => lab.Design.Session.Communities.Length,
            "labels" => lab.Settings.Cluster.NodeGroups.Count(group => !group.Labels.IsEmpty),
            _ => throw new RehearsalException(
                $"no such need: {what}; there are nodes, labels, gracefulRestart, communities"
            ),
        };

    private string Reason(Need need) =>
        need.What == "gracefulRestart" ? "the stack has no graceful restart"
        : need.What == "labels" ? "a node group without labels has all nodes, so there can be no other"
        : $"it needs {need.AtLeast} {need.What}, and the stack has {Has(need.What)}";
}
