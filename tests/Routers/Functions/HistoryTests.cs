using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Functions;

/// <summary>The changes that a router keeps, and going back to one.</summary>
public sealed class HistoryTests
{
    /// <summary>Twelve changes, of which the tenth was not confirmed. Each wants a line with its number.</summary>
    private const string Twelve = """
        read_running() { echo 'line 12' >"$WORK/owned"; }
        plan_change() { ! cmp -s "$1" "$WORK/owned"; }
        REVERT_AFTER=5 EXPECTED='bgplb-dev-ipv4 5 100 10.0.0.0/24 172.29.52.0/24 -'
        for i in $(seq 12); do
          echo "line $i" >"$TX/wanted"
          echo "global $i" >"$TX/asserted"
          EXPECTED="bgplb-dev-ipv4 $i 100 10.0.0.0/24 172.29.52.0/24 -" COMMUNITIES_WANTED='64512:1 64512:2'
          write_design >"$TX/design"
          echo watching >"$TX/phase"
          echo "digest-$i" >"$TX/digest"
          if [ "$i" = 10 ]; then conclude reverted 'no'; else conclude confirmed 'yes'; fi
        done

        """;

    [Fact]
    public void The_last_ten_are_kept_for_root_only()
    {
        var outcome = Run(
            """
            kept_changes | paste -sd' ' -
            stat -c '%a' "$STATE/history" "$STATE/history/12" "$STATE/history/12/wanted" | paste -sd' ' -
            show_history >"$WORK/shown"
            head -n 3 "$WORK/shown" | cut -d' ' -f1-3
            """
        );

        Assert.Equal(
            "12 11 10 9 8 7 6 5 4 3\n700 700 600\n12 confirmed digest-12\n11 confirmed digest-11\n10 reverted digest-10\n",
            outcome
        );
    }

    [Fact]
    public void Without_a_number_it_is_the_newest_that_was_confirmed_and_does_not_run() =>
        Assert.Equal(
            "11 line 11 global 11 64512 64513 64512:1 64512:2 bgplb-dev-ipv4 11 100 10.0.0.0/24 172.29.52.0/24 - digest-11\n",
            Run(
                """
                find_earlier ''
                take_design
                echo "${ENTRY##*/} $OWNED $GLOBAL $ROUTER_ASN $NODE_ASN $COMMUNITIES_WANTED $EXPECTED $DIGEST"
                """
            )
        );

    [Theory]
    [InlineData("10", "change 10 was not confirmed (reverted): nothing is gone back to that did not work")]
    [InlineData("1", "there is no change 1 among those that are kept: 12 11 10 9 8 7 6 5 4 3")]
    public void What_did_not_work_or_is_gone_is_refused(string number, string said)
    {
        var outcome = ShellFunctions.Run($"{Twelve}\nfind_earlier {number}");

        Assert.Equal(2, outcome.Status);
        Assert.Contains(said, outcome.Errors);
    }

    [Fact]
    public void A_disk_without_room_changes_no_verdict()
    {
        var outcome = ShellFunctions.Run(
            """
            cp() { return 1; }
            echo watching >"$TX/phase"
            echo 'line' >"$TX/wanted"
            conclude confirmed 'every expected session stands'
            cat "$TX/phase" "$TX/verdict"
            ls -A "$STATE/history"
            """
        );

        Assert.Equal("confirmed\nevery expected session stands\n", outcome.All);
    }

    [Fact]
    public void A_digest_that_comes_after_the_verdict_is_noted_with_it()
    {
        var outcome = ShellFunctions.Run(
            """
            echo 'line' >"$TX/wanted"
            conclude confirmed 'yes'
            DIGEST=d1
            note_digest
            show_history | cut -d' ' -f1-3
            """
        );

        Assert.Equal("1 confirmed d1\n", outcome.All);
    }

    private static string Run(string lines)
    {
        var outcome = ShellFunctions.Run(Twelve + lines);
        Assert.True(outcome.Status == 0, outcome.All);
        return outcome.All;
    }
}
