using System.Diagnostics;
using BgpLb.Rehearsal.Execution;
using BgpLb.Rehearsal.Labs;

namespace BgpLb.Rehearsal.Scenarios;

/// <summary>A lab during one scenario: what was done to it, and how that is undone.</summary>
internal sealed class Stage(StackLab lab) : IDisposable
{
    private readonly Stack<Action> _undo = new();
    private readonly List<(TimeSpan At, string What)> _actions = [];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    public StackLab Lab => lab;

    /// <summary>Nodes whose sessions are not expected now.</summary>
    public HashSet<string> Absent { get; } = new(StringComparer.Ordinal);

    /// <summary>Speakers that do not belong to the cluster.</summary>
    public List<Rogue> Rogues { get; } = [];

    /// <summary>The sessions before anything was done, by router.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<RouterSession>> Before { get; } =
        lab.Routers.ToDictionary(router => router.Settings.Name, router => router.Sessions(), StringComparer.Ordinal);

    /// <summary>The routers' configurations then.</summary>
    public IReadOnlyDictionary<string, string> Configurations { get; } =
        lab.Routers.ToDictionary(
            router => router.Settings.Name,
            router => router.Configuration,
            StringComparer.Ordinal
        );

    /// <summary>The update that was run; null before the first.</summary>
    public Update? LastUpdate { get; set; }

    /// <summary>What was done when, since the scenario began.</summary>
    public IReadOnlyList<(TimeSpan At, string What)> Actions => _actions;

    /// <summary>Since the scenario began.</summary>
    public TimeSpan Elapsed => _watch.Elapsed;

    public LabNode Node(StepArgument argument) =>
        argument.Number >= 1 && argument.Number <= lab.Nodes.Length
            ? lab.Nodes[argument.Number - 1]
            : throw new RehearsalException($"there is no node {argument.Text}: the lab has {lab.Nodes.Length}");

    /// <summary>Notes what undoes something that is about to be done; the last comes first.</summary>
    public void Undo(Action action) => _undo.Push(action);

    public void Note(string what) => _actions.Add((Elapsed, what));

    /// <summary>What does not stand as it should now.</summary>
    public IReadOnlyList<string> Missing()
    {
        lab.Refresh();
        return Expectation.Missing(lab, Absent);
    }

    /// <summary>Undoes everything and waits until both ends stand again.</summary>
    /// <exception cref="RehearsalException">They do not.</exception>
    public void Heal(TimeSpan limit)
    {
        Dispose();
        Absent.Clear();
        Poll.Read("both ends as before", () => string.Join("; ", Missing()), missing => missing.Length == 0, limit);
    }

    public void Dispose()
    {
        while (_undo.TryPop(out var action))
        {
            action();
        }
    }
}
