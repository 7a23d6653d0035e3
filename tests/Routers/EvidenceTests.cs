using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers;

/// <summary>What the router's kernel says of a neighbour, and what that means.</summary>
public sealed class EvidenceTests
{
    [Theory]
    [InlineData("FAILED", "dev eth0 src 172.29.51.1", true)]
    // The kernel has looked, found nobody and swept that away already.
    [InlineData("", "dev eth0 src 172.29.51.1", true)]
    // Its link is another router's affair.
    [InlineData("", "via 172.29.51.254 dev eth0 src 172.29.51.1", false)]
    [InlineData("REACHABLE", "dev eth0 src 172.29.51.1", false)]
    public void A_neighbour_that_was_looked_for_and_is_not_known_has_failed(string state, string route, bool failed)
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
            : >"$WORK/failed"
            is_waiting
            echo "$?: $(cat "$WORK/failed")"
            rm -r "$WORK"
            """;

        var outcome = Shell.Run(script, "bash", "-c", $"cd '{Repository.Root}' && exec bash");

        Assert.Equal(failed ? "1: 172.29.51.12\n" : "1: \n", outcome.All);
    }
}
