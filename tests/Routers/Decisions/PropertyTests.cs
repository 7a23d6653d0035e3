namespace BgpLb.Tests.Routers.Decisions;

/// <summary>Whatever happens in the middle of a change.</summary>
public sealed class PropertyTests
{
    private static readonly (string Name, string[] Values)[] Words =
    [
        ("before", ["0", "2", "5"]),
        ("new", ["0", "2", "5"]),
        ("after", ["0", "2", "5"]),
        ("new_after", ["0", "3", "20"]),
        ("back_after", ["1", "4", "20"]),
        ("keep", ["no", "yes"]),
        ("kind", ["replace", "widen"]),
        ("doubt", ["no", "no", "yes"]),
        ("used", ["0", "20"]),
        ("enter", ["ok", "ok", "part", "hang"]),
        ("back", ["ok", "ok", "part", "hang"]),
        ("forth", ["ok", "part", "hang"]),
        ("contracts", ["ok", "ok", "part", "lose"]),
        ("save", ["ok", "ok", "full"]),
        ("silent", ["", "", "3-9", "4-60"]),
        ("restart", ["", "", "2", "6"]),
        ("asked", ["no", "yes"]),
        ("killed", ["", "", "3", "7"]),
        ("lock", ["", "", "8"]),
        ("phase", ["watching", "watching", "entering"]),
        ("script", ["gone", "alive"]),
        ("entered", ["yes", "yes", "no"]),
        ("run", ["watch", "watch", "apply"]),
        ("dies", ["", "", "check", "enter"]),
        ("watcher", ["ok", "ok", "ok", "none"]),
    ];

    private static readonly IReadOnlyList<string> Rows = Made(seed: 14, count: 120);

    private static readonly Lazy<IReadOnlyList<Ending>> Endings = new(() => World.Run(Rows));

    [Fact]
    public void It_always_ends() =>
        Each(ending =>
            ending.Phase is "none" or "confirmed" or "reverted" or "kept" or "failed" && !ending.Has("notes=endless,")
        );

    [Fact]
    public void What_runs_is_what_the_verdict_says() =>
        Each(ending =>
            ending.Phase switch
            {
                "none" or "reverted" => ending.Runs == "old",
                "kept" => ending.Runs is "new" or "old+new",
                // A daemon that takes neither what goes nor what returns: the verdict says so, and nothing of it is saved.
                "confirmed" => ending.Runs is "new" or "old+new" or "old+new+part" or "new+part",
                _ => true,
            }
        );

    /// <summary>A daemon that starts anew starts with what was saved, so that it never brings what nobody has judged.</summary>
    [Fact]
    public void Only_what_was_decided_for_is_saved() =>
        Each(ending =>
            ending.Saved == "old" || (ending.Phase is "confirmed" or "kept" && !ending.Saved.Contains("part"))
        );

    [Fact]
    public void The_last_resort_stays_armed_where_nothing_else_is_left() =>
        Each(ending => ending.Has("armed=yes") == (ending.Phase == "failed"));

    private static void Each(Func<Ending, bool> holds) =>
        Assert.All(
            Rows.Zip(Endings.Value),
            pair => Assert.True(holds(pair.Second), $"{pair.First}: {string.Join(' ', pair.Second.Rest)}")
        );

    /// <summary>Rows of a few words each, the same at every run.</summary>
    private static IReadOnlyList<string> Made(int seed, int count)
    {
        // Not for secrets: the same rows at every run.
#pragma warning disable CA5394
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ =>
                    string.Join(
                        ' ',
                        Words
                            .Where(_ => random.Next(3) > 0)
                            .Select(word => $"{word.Name}={word.Values[random.Next(word.Values.Length)]}")
                            .Append("revert=5 reconnect=3")
                    )
                ),
        ];
#pragma warning restore CA5394
    }
}
