using BgpLb.Settings;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Functions;

/// <summary>How the script calls programs, and what it takes their answers for.</summary>
public sealed class CallTests
{
    [Fact]
    public void A_program_that_does_not_end_is_ended()
    {
        var outcome = ShellFunctions.Run("limited 0.2 sleep 600\necho \"$?\"");

        Assert.Equal("124\n", outcome.All);
    }

    /// <summary>VyOS leaves programs behind that would hold the lock for minutes.</summary>
    [Fact]
    public void What_a_program_leaves_behind_has_none_of_our_locks()
    {
        var outcome = ShellFunctions.Run(
            """
            exec 8>"$WORK/eight" 9>"$WORK/nine"
            limited 20 ls /proc/self/fd | grep -xE '8|9'
            echo end
            """
        );

        Assert.Equal("end\n", outcome.All);
    }

    /// <summary>Else the watcher would go back while a program of a script that was killed still enters lines.</summary>
    [Fact]
    public void But_the_lock_is_held_as_long_as_it_runs_itself()
    {
        var outcome = ShellFunctions.Run(
            """
            mkfifo "$WORK/go"
            (
              exec 9>"$LOCK"
              flock 9
              limited 60 cat "$WORK/go" >/dev/null &
              exec kill -9 "$BASHPID"
            ) 2>/dev/null
            flock -n "$LOCK" true || echo held
            : >"$WORK/go"
            flock "$LOCK" echo free
            """.Insert(0, "LOCK=$BASE/lock\n")
        );

        Assert.Equal("held\nfree\n", outcome.Output);
    }

    [Fact]
    public void Lines_that_cannot_be_compared_are_not_taken_for_equal()
    {
        var outcome = ShellFunctions.Run(
            """
            echo one >"$WORK/a"
            has_lines_of "$WORK/missing" "$WORK/a" 2>/dev/null || echo 'not known'
            has_lines_of "$WORK/a" "$WORK/missing" 2>/dev/null || echo 'not known'
            : >"$WORK/empty"
            has_lines_of "$WORK/empty" "$WORK/a" && echo 'all of none'
            has_lines_of "$WORK/a" "$WORK/empty" || echo 'one is not there'
            """
        );

        Assert.Equal("not known\nnot known\nall of none\none is not there\n", outcome.All);
    }

    /// <summary>A byte that is no letter in anybody's language, in somebody else's line.</summary>
    [Fact]
    public void Foreign_lines_with_any_bytes_are_compared_to_the_end()
    {
        var outcome = ShellFunctions.Run(
            """
            printf 'first\nneighbor 10.0.0.1 description \xe9t\xe9\nlast\n' >"$WORK/a"
            printf 'first\n' >"$WORK/b"
            lines_only_in "$WORK/a" "$WORK/b" | wc -l
            lines_only_in "$WORK/a" "$WORK/b" | tail -n 1
            """
        );

        Assert.Equal("2\nlast\n", outcome.All);
    }

    /// <summary>begin exports it: a child of the script counts in bytes as well.</summary>
    [Fact]
    public void Every_program_counts_in_bytes()
    {
        var outcome = ShellFunctions.Run(
            """
            variables() { :; }
            unset LC_ALL
            export LANG=C.UTF-8
            begin
            env | grep -x 'LC_ALL=C'
            """
        );

        Assert.Equal("LC_ALL=C\n", outcome.All);
    }

    [Theory]
    [InlineData("neighbor G password abc|")]
    [InlineData("neighbor G password a|b||")]
    [InlineData("neighbor G password |")]
    public void A_statement_keeps_the_ends_of_its_text(string text)
    {
        var outcome = ShellFunctions.Run(
            $"next_statement <<<'router bgp 64512|address-family ipv4 unicast|{text}'\nprintf '%s\\n' \"$block\" \"$family\" \"$text\""
        );

        Assert.Equal($"router bgp 64512\naddress-family ipv4 unicast\n{text}\n", outcome.All);
    }

    [Theory]
    [InlineData(5, 0, 1)]
    [InlineData(15, 0, 3)]
    [InlineData(450, 0, 90)]
    [InlineData(9000, 0, 300)]
    [InlineData(5, 12, 31)]
    [InlineData(5, 100, 300)]
    public void The_longer_a_look_at_the_routes_takes_the_longer_is_the_rest(int hundredths, int unchanged, int seconds)
    {
        var outcome = ShellFunctions.Run($"decide_rest {hundredths} {unchanged}\necho \"$REST\"");

        Assert.Equal($"{seconds}\n", outcome.All);
    }

    /// <summary>With as many routes as the Internet has, an answer that names all takes a daemon's whole hold time.</summary>
    [Fact]
    public void Without_a_narrower_filter_nobody_asks_for_routes()
    {
        var outcome = ShellFunctions.Run(
            """
            EXPECTED='bgplb-dev-ipv4 1 10 10.0.0.0/24 172.29.52.0/24 -'
            ask_frr() { echo "asked: $1"; }
            : >"$TX/narrows"
            echo 'bgplb-dev-ipv4 10.0.0.1 Established 3 64513 -' >"$TX/before.sessions"
            doubts 'bgplb-dev-ipv4 10.0.0.1 Established 11 64513 -'
            doubts 'bgplb-dev-ipv4 10.0.0.1 Established 0 64513 -'
            """
        );

        Assert.Equal(
            "10.0.0.1 announces 11 addresses of the pools; the new limit is 10\n"
                + "bgplb-dev-ipv4: nothing that is announced is within the new filter; before the change 3 routes were let in\n",
            outcome.All
        );
    }

    [Fact]
    public void Routes_are_asked_for_by_our_own_list()
    {
        var outcome = ShellFunctions.Run(
            """
            EXPECTED='bgplb-dev-ipv4 1 10 10.0.0.0/24 172.29.52.0/24 -'
            echo yes >"$TX/narrows"
            : >"$TX/before.sessions"
            ask_frr() { echo "$1" >>"$WORK/asked"; echo '{"routes": {}}'; }
            cut_routes 'bgplb-dev-ipv4 10.0.0.1 Established 3 64513 -'
            doubts 'bgplb-dev-ipv4 10.0.0.1 Established 3 64513 -'
            sort -u "$WORK/asked"
            """
        );

        Assert.Equal("show bgp ipv4 unicast prefix-list bgplb-dev-ipv4-vips json\n", outcome.All);
    }

    /// <summary>FRR does not know the question for two at once; its refusal was taken for "none carries them".</summary>
    [Fact]
    public void Routes_that_carry_every_community_are_asked_for_one_by_one()
    {
        var outcome = ShellFunctions.Run(
            """
            ask_frr() {
              case $1 in
                *' prefix-list '*) echo '{"routes": {"172.29.52.1/32": [{"peerId": "10.0.0.1"}], "172.29.52.2/32": [{"peerId": "10.0.0.1"}]}}' ;;
                *' community 64512:1 json') echo '{"routes": {"172.29.52.1/32": [{"peerId": "10.0.0.1"}], "172.29.52.2/32": [{"peerId": "10.0.0.1"}]}}' ;;
                *' community 64512:2 json') echo '{"routes": {"172.29.52.2/32": [{"peerId": "10.0.0.1"}]}}' ;;
                *) echo "% Unknown command: $1" && return 1 ;;
              esac
            }
            routes_of 'bgplb-dev-ipv4 10.0.0.1 Established 2 64513 -' bgplb-dev-ipv4 64512:1 64512:2
            """
        );

        Assert.Equal("172.29.52.2/32 10.0.0.1\n", outcome.All);
    }

    [Fact]
    public void A_list_that_is_not_there_lets_nothing_in()
    {
        var outcome = ShellFunctions.Run(
            """
            ask_frr() { echo '% bgplb-dev-ipv4-vips prefix-list not found'; }
            routes_of 'bgplb-dev-ipv4 10.0.0.1 Established 2 64513 -' bgplb-dev-ipv4 && echo none
            """
        );

        Assert.Equal("none\n", outcome.All);
    }

    [Theory]
    [InlineData(Dialect.Frr)]
    [InlineData(Dialect.Vyos)]
    public void A_router_that_lacks_a_program_is_refused_by_its_name(Dialect dialect)
    {
        var outcome = ShellFunctions.Run(
            """
            command() { case $2 in jq | python3) return 1 ;; esac; }
            need_programs
            """,
            dialect
        );

        Assert.Equal(3, outcome.Status);
        Assert.Contains("neither jq nor python3", outcome.Errors);
    }
}
