using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers;

/// <summary>What the router's kernel says of a neighbour, and what that means.</summary>
public sealed class EvidenceTests
{
    private const string Direct = "dev eth0 src 172.29.51.1";

    [Theory]
    [InlineData("FAILED", Direct, true, true)]
    // The kernel has looked, found nobody and swept that away already.
    [InlineData("", Direct, true, true)]
    // Nothing was sent: a filter of the router's own stands before the link.
    [InlineData("", Direct, false, false)]
    // Its link is another router's affair.
    [InlineData("", "via 172.29.51.254 dev eth0 src 172.29.51.1", true, false)]
    [InlineData("REACHABLE", Direct, true, false)]
    public void A_neighbour_that_was_asked_and_is_not_known_has_failed(
        string state,
        string route,
        bool asked,
        bool failed
    )
    {
        var script = $$"""
            source infra/Routers/evidence.sh
            ip() {
              case "$1 $2" in
                'neigh show') [ -z '{{state}}' ] || echo '172.29.51.12 lladdr 02:00:00:00:00:12 {{state}}' ;;
                'route get') echo '172.29.51.12 {{route}}' ;;
              esac
            }
            WORK=$(mktemp -d)
            echo 172.29.51.12 >"$WORK/missing"
            {{(asked ? "echo 172.29.51.12" : ":")}} >"$WORK/asked"
            : >"$WORK/failed"
            is_waiting
            echo "$?: $(cat "$WORK/failed")"
            rm -r "$WORK"
            """;

        var outcome = Shell.Run(script, "bash", "-c", $"cd '{Repository.Root}' && exec bash");

        Assert.Equal(failed ? "1: 172.29.51.12\n" : "1: \n", outcome.All);
    }
}
