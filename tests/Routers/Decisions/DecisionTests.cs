namespace BgpLb.Tests.Routers.Decisions;

/// <summary>A table of situations against decisions.</summary>
public sealed class DecisionTests
{
    /// <summary>What a row says, what comes of it.</summary>
    private static readonly (string Row, string Ending)[] Table =
    [
        // All is well.
        ("", "phase=confirmed runs=new saved=new sessions=5 armed=no unsaved=no kernel=new"),
        ("asked=no", "phase=confirmed runs=new saved=new"),
        ("keep=yes", "phase=confirmed runs=new saved=new"),
        ("run=apply", "phase=confirmed runs=new saved=new status=0 notes=check,enter,save,"),
        // Sessions that come late, but in time; and too late, when they bounce once more on the way back.
        ("new_after=11", "phase=confirmed runs=new"),
        ("new_after=40", "phase=reverted runs=old saved=old sessions=5"),
        // A mistake on the router: back, and everything is as it was.
        ("doubt=yes", "phase=reverted runs=old saved=old sessions=5 armed=no unsaved=no kernel=old"),
        ("new=4", "phase=reverted runs=old saved=old sessions=5"),
        ("new=0", "phase=reverted runs=old saved=old sessions=5"),
        // Right after going back none stands yet: that is not the end of the matter.
        ("new=2 back_after=4", "phase=reverted runs=old sessions=5"),
        ("new=2 back_after=9", "phase=reverted runs=old sessions=5"),
        ("new=1 after=1 back_after=9", "phase=reverted runs=old sessions=1"),
        ("new=2 back_after=14", "phase=kept runs=new saved=new sessions=2"),
        // The cluster has moved, and going back carries less.
        ("new=2 after=1", "phase=kept runs=new saved=new sessions=2 armed=no unsaved=no kernel=new"),
        ("new=2 after=0", "phase=kept runs=new saved=new sessions=2"),
        ("new=2 after=2", "phase=reverted runs=old sessions=2"),
        ("new=2 after=3", "phase=reverted runs=old sessions=3"),
        ("new=0 after=0", "phase=reverted runs=old saved=old sessions=0"),
        ("before=0 new=2 after=0", "phase=kept runs=new sessions=2"),
        // There was nothing to go back to.
        ("ran=no before=0 new=3", "phase=kept runs=new saved=new sessions=3"),
        ("ran=no before=0 new=0", "phase=reverted runs=none saved=none"),
        // The daemon takes a part, or does not answer.
        ("run=apply enter=part", "phase=reverted runs=old saved=old status=8 armed=no unsaved=no"),
        ("run=apply enter=part back=part", "phase=failed saved=old status=8 armed=yes"),
        ("run=apply enter=hang", "phase=reverted runs=old saved=old status=8"),
        ("new=2 back=part", "phase=failed runs=old+part saved=old armed=yes"),
        ("new=2 back=hang", "phase=failed runs=new saved=old armed=yes"),
        ("new=2 after=1 forth=part", "phase=reverted runs=old saved=old sessions=1"),
        ("new=2 after=1 forth=hang", "phase=reverted runs=old saved=old sessions=1"),
        ("silent=0-5", "phase=confirmed runs=new"),
        ("silent=0-100", "phase=confirmed runs=new"),
        ("silent=14-300 new=2", "phase=reverted runs=old sessions=5"),
        ("silent=0-10000 new=2", "phase=failed runs=new saved=old armed=yes"),
        // The daemon starts anew, with what was saved.
        ("restart=1", "phase=reverted runs=old saved=old sessions=5"),
        ("restart=1 before=2 after=2", "phase=reverted runs=old sessions=2"),
        // The script that enters the change ends at some point, or does not end.
        ("run=apply dies=check", "phase=none runs=old saved=old sessions=5"),
        ("run=apply dies=enter", "phase=reverted runs=old saved=old sessions=5"),
        ("phase=entering", "phase=reverted runs=old saved=old sessions=5 kernel=old armed=no"),
        ("phase=entering entered=no", "phase=reverted runs=old saved=old sessions=5"),
        ("phase=entering script=alive", "phase=reverted runs=old saved=old sessions=5"),
        ("phase=entering script=alive entered=no", "phase=reverted runs=old saved=old sessions=5"),
        // Without a watcher nothing is entered; one that is killed is followed by another.
        ("run=apply watcher=none", "phase=none runs=old saved=old status=3 notes=check, unsaved=no kernel=old"),
        ("killed=2", "phase=confirmed runs=new"),
        ("killed=5 new=2", "phase=reverted runs=old"),
        // Somebody holds the lock.
        ("lock=60 new=2", "phase=reverted runs=old"),
        ("lock=60", "phase=confirmed runs=new"),
        ("lock=100000 new=2", "phase=failed runs=new saved=old armed=yes"),
        // The disk is full.
        ("save=full", "phase=confirmed runs=new saved=old unsaved=yes sessions=5"),
        ("save=full new=2 after=1", "phase=kept runs=new saved=old unsaved=yes"),
        ("save=full new=2", "phase=reverted runs=old saved=old unsaved=no"),
        // What only the old design needed goes when nothing uses it.
        ("kind=widen", "phase=confirmed runs=new saved=new leftover=no"),
        ("kind=widen used=30", "phase=confirmed runs=new saved=new leftover=no"),
        ("kind=widen asked=no", "phase=confirmed runs=new saved=new leftover=no"),
        ("kind=widen used=30000", "phase=confirmed runs=old+new saved=old+new leftover=yes"),
        ("kind=widen other=50", "phase=confirmed runs=new saved=new"),
        ("kind=widen other=100000", "phase=confirmed runs=old+new saved=old+new leftover=yes"),
        ("kind=widen contracts=part", "phase=confirmed runs=old+new saved=old+new sessions=5"),
        ("kind=widen contracts=lose", "phase=confirmed runs=old+new saved=old+new sessions=5"),
        ("kind=widen new=2", "phase=reverted runs=old saved=old sessions=5"),
        ("kind=widen new=2 after=1", "phase=kept runs=old+new saved=old+new sessions=2"),
    ];

    private static readonly Lazy<IReadOnlyList<Ending>> Endings = new(() =>
        World.Run([.. Table.Select(row => row.Row)])
    );

    public static TheoryData<int, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string>();
            for (var i = 0; i < Table.Length; i++)
            {
                rows.Add(i, Table[i].Row);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_change_ends_as_it_should(int number, string row)
    {
        var ending = Endings.Value[number];

        foreach (var word in Table[number].Ending.Split(' '))
        {
            Assert.True(ending.Has(word), $"{row}: {word}, but {string.Join(' ', ending.Rest)}");
        }
    }
}
