using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers;

/// <summary>The watcher's loop, with everything that it asks replaced.</summary>
public sealed class WatcherTests
{
    [Fact]
    public void It_acts_on_the_change_that_it_has_watched_and_on_no_later_one()
    {
        const string script = """
            source infra/Routers/watch.sh
            TX=$(mktemp -d)
            sleep() { :; }
            flock() { :; }
            phase() { echo watching; }
            seconds_left() { echo 0; }
            reasons() { echo 'nobody dials'; }
            # While it looks, somebody begins the next change.
            is_met() { echo second >"$TX/change"; return 1; }
            echo 'printf "%s|" "$@" >>"${0%/*}/acts"' >"$TX/program"
            echo first >"$TX/change"
            watch first
            cat "$TX/acts" "$TX/errors"
            rm -r "$TX"
            """;

        var outcome = Shell.Run(script, "bash", "-c", $"cd '{Repository.Root}' && exec bash");

        Assert.Equal("act-back|first|nobody dials|", outcome.All);
    }
}
