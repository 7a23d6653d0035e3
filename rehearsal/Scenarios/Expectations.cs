using System.Text.Json;
using BgpLb.Rehearsal.Labs;
using BgpLb.Rehearsal.Reports;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>What a scenario can expect, by name.</summary>
internal static partial class Expectations
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly Dictionary<string, Func<Stage, StepArgument, Check>> All = new(StringComparer.Ordinal)
    {
        ["stands"] = Stands,
        ["unharmed"] = Unharmed,
        ["bounces"] = Bounces,
        ["spread"] = Spread,
        ["communities"] = Communities,
        ["timers"] = Timers,
        ["refused"] = Refused,
        ["silent"] = Silent,
        ["condition"] = Condition,
        ["update"] = UpdateEnded,
        ["configuration"] = Configuration,
    };

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static Check Of(Stage stage, Step step)
    {
        try
        {
            return All[step.What](stage, step.Argument);
        }
        catch (Exception failure) when (failure is RehearsalException or FormatException or OverflowException)
        {
            return new(step.What, "", failure.Message, Passed: false);
        }
    }

    /// <summary>Sessions, next hops and nothing else, as the nodes and Services that are there want it.</summary>
    private static Check Stands(Stage stage, StepArgument argument)
    {
        var limit = argument["within"] is { Length: > 0 } seconds
            ? TimeSpan.FromSeconds(int.Parse(seconds, null))
            : Patience;
        var (missing, elapsed) = Await(stage.Missing, missing => missing.Count == 0, limit);
        var sessions = stage.Lab.Routers.Sum(router => router.Sessions().Count);
        return new(
            "sessions and next hops",
            $"every session that is expected, every address by every node that serves it, within {limit.TotalSeconds} s",
            missing.Count == 0
                ? $"{sessions} sessions, {stage.Lab.Services.Services.Count} Services, after {elapsed.TotalSeconds:0.0} s"
                : string.Join("; ", missing.Take(5)),
            missing.Count == 0
        );
    }

    /// <summary>No session of anybody else has been reset since the scenario began.</summary>
    private static Check Unharmed(Stage stage, StepArgument argument)
    {
        var (reset, _) = Reset(stage);
        return new(
            "everyone else",
            "no session reset",
            reset.Length == 0 ? "none" : $"reset: {string.Join(", ", reset)}",
            reset.Length == 0
        );
    }

    /// <summary>Every session that stood has been reset, as such an update does.</summary>
    private static Check Bounces(Stage stage, StepArgument argument)
    {
        var (reset, of) = Reset(stage);
        var said = stage.LastUpdate?.Steps.SelectMany(step => step.Output.Split('\n')).Where(IsBounce).ToArray() ?? [];
        return new(
            "sessions",
            "every one is reset once",
            $"{reset.Length} of {of} reset; the routers said: {(said.Length == 0 ? "nothing" : string.Join(", ", said))}",
            reset.Length == of
        );

        static bool IsBounce(string line) => line.Contains("bounce", StringComparison.Ordinal);
    }

    /// <summary>The peers whose sessions have been reset since the scenario began, and how many there were.</summary>
    private static (string[] Peers, int Of) Reset(Stage stage)
    {
        var absent = stage
            .Lab.Nodes.Where(node => stage.Absent.Contains(node.Name))
            .SelectMany(node => node.Addresses)
            .Select(address => $"{address}")
            .ToHashSet(StringComparer.Ordinal);
        var all = (
            from router in stage.Lab.Routers
            let now = router.Sessions().ToDictionary(session => session.Peer, session => session.Since)
            from before in stage.Before[router.Settings.Name]
            where !absent.Contains(before.Peer)
            // FRR rounds.
            select (
                before.Peer,
                IsReset: !now.TryGetValue(before.Peer, out var since) || Math.Abs(since - before.Since) > 2
            )
        ).ToArray();
        return ([.. all.Where(session => session.IsReset).Select(session => session.Peer)], all.Length);
    }

    private static Check Communities(Stage stage, StepArgument argument)
    {
        var wanted = stage.Lab.Design.Session.Communities.Order(StringComparer.Ordinal).ToArray();
        var wrong = (
            from router in stage.Lab.Routers
            from vip in router.NextHops().Keys
            let found = CommunitiesOf(router, vip)
            where !found.SequenceEqual(wanted)
            select $"{vip}: {Words(found)}"
        ).ToArray();
        return new(
            "communities",
            $"{Words(wanted)} on every address",
            wrong.Length == 0 ? "so it is" : string.Join("; ", wrong.Take(5)),
            wrong.Length == 0
        );
    }

    /// <summary>Both ends have agreed on the timers of the design.</summary>
    private static Check Timers(Stage stage, StepArgument argument)
    {
        var session = stage.Lab.Design.Session;
        var others = stage
            .Lab.Routers.SelectMany(router => router.Sessions())
            .Where(one => (one.HoldTime, one.KeepAliveTime) != (session.HoldTime, session.KeepAliveTime))
            .Select(one => $"{one.Peer}: {one.HoldTime} and {one.KeepAliveTime} s")
            .ToArray();
        return new(
            "timers",
            $"hold time {session.HoldTime} s, keepalive {session.KeepAliveTime} s on every session",
            others.Length == 0 ? "so it is" : string.Join("; ", others.Take(5)),
            others.Length == 0
        );
    }

    private static string[] CommunitiesOf(LabRouter router, string vip)
    {
        var family = vip.Contains(':') ? "ipv6" : "ipv4";
        using var route = JsonDocument.Parse(router.Gateway.Vtysh($"show bgp {family} unicast {vip} json"));
        return
        [
            .. route
                .RootElement.GetProperty("paths")
                .EnumerateArray()
                .SelectMany(path =>
                    path.TryGetProperty("community", out var community)
                        ? community.GetProperty("string").GetString()!.Split(' ')
                        : []
                )
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Words(string[] texts) => texts.Length == 0 ? "none" : string.Join(' ', texts);

    private static (T Last, TimeSpan Elapsed) Await<T>(Func<T> read, Predicate<T> holds, TimeSpan limit)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var last = read();
            if (holds(last) || watch.Elapsed > limit)
            {
                return (last, watch.Elapsed);
            }

            Thread.Sleep(Pause);
        }
    }
}
