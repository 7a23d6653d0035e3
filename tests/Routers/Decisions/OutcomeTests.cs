using System.Globalization;

namespace BgpLb.Tests.Routers.Decisions;

/// <summary>Whatever the two configurations carry, and when: what a change comes to.</summary>
public sealed class OutcomeTests
{
    private const int Expected = 5;

    /// <summary>Twice the time in which a node dials again, as <c>world.sh</c> has it.</summary>
    private const int Patience = 10;

    private sealed record Case(int Before, int New, int After, int BackAfter, bool Ran)
    {
        public string Row =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"before={Before} new={New} after={After} back_after={BackAfter} ran={(Ran ? "yes" : "no")} revert=4"
            );

        /// <summary>What stands when it has waited for the sessions of the old configuration.</summary>
        public int Returned => BackAfter < Patience ? After : 0;

        public string Phase =>
            New >= Expected ? "confirmed"
            : !Ran && New > 0 ? "kept"
            : Returned < New ? "kept"
            : "reverted";
    }

    private static readonly Case[] Cases =
    [
        .. from before in (int[])[0, 2, 5]
        from carried in (int[])[0, 1, 3, 5]
        from after in (int[])[0, 2, 5]
        from backAfter in (int[])[1, 6, 30]
        from ran in (bool[])[true, false]
        where ran || (before == 0 && after == 0)
        select new Case(before, carried, after, backAfter, ran),
    ];

    private static readonly Lazy<IReadOnlyList<Ending>> Endings = new(() =>
        World.Run([.. Cases.Select(one => one.Row)])
    );

    [Fact]
    public void The_better_of_both_configurations_runs() =>
        Assert.All(
            Cases.Zip(Endings.Value),
            pair =>
            {
                var (given, ending) = pair;
                Assert.True(given.Phase == ending.Phase, $"{given.Row}: {given.Phase}, but {ending.Phase}");
                Assert.Equal(
                    given.Phase switch
                    {
                        "reverted" => given.Ran ? "old" : "none",
                        _ => "new",
                    },
                    ending.Runs
                );
            }
        );

    [Fact]
    public void Never_are_there_fewer_sessions_than_the_better_of_both_carries() =>
        Assert.All(
            Cases.Zip(Endings.Value).Where(pair => pair.First.New < Expected),
            pair =>
            {
                var better = Math.Max(pair.First.New, pair.First.Ran ? pair.First.Returned : 0);
                Assert.True(pair.Second.Sessions >= better, $"{pair.First.Row}: {pair.Second.Sessions}");
            }
        );

    [Fact]
    public void What_nobody_decided_for_is_not_saved() =>
        Assert.All(
            Cases.Zip(Endings.Value),
            pair =>
                Assert.Equal(
                    pair.Second.Phase is "confirmed" or "kept" ? "new"
                        : pair.First.Ran ? "old"
                        : "none",
                    pair.Second.Saved
                )
        );
}
