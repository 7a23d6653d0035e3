using System.Text;
using BgpLb.Routers;
using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Functions;

/// <summary>The document that says what runs.</summary>
public sealed class StatusTests
{
    private const string Router = """
        EXPECTED='bgplb-dev-ipv4 1 10 10.10.30.0/24 172.29.52.0/24 -' VIP_SUBNETS='172.29.52.0/24 fd47::/64'
        ask_frr() {
          case $1 in
            'show bgp neighbors json') printf '{ "10.0.0.1": { "hostname": "\xc3\xa9\n" } }\n' ;;
            'show bgp ipv4 unicast prefix-list bgplb-dev-ipv4-vips json') echo '{ "routes": {} }' ;;
            'show ip route 172.29.52.0/24 longer-prefixes json') return 124 ;;
            'show version') echo 'FRRouting 8.4.4' ;;
            *) echo "$1" ;;
          esac
        }
        read_running() {
          echo 'router bgp 64512||neighbor bgplb-dev-ipv4 password Zq7-secret' >"$WORK/owned"
          cp "$WORK/owned" "$WORK/running"
        }
        bgp_statements() { echo 'neighbor 10.10.30.9 remote-as 65010'; }

        """;

    [Fact]
    public void It_holds_what_day_two_asks_for()
    {
        var outcome = ShellFunctions.Run(
            Router
                + """
                echo watching >"$TX/phase"
                echo 'they do not come' >"$TX/verdict"
                status
                """
        );

        Assert.Equal("", outcome.Errors);
        var status = RouterStatus.Read(Encoding.UTF8.GetBytes(outcome.Output));
        Assert.NotNull(status);
        Assert.Equal(
            [
                "stack",
                "versions",
                "sessions",
                "routes/ipv4",
                "next-hops/172.29.52.0/24",
                "next-hops/fd47::/64",
                "owned",
                "touching",
                "kernel",
                "transaction",
                "history",
            ],
            status.Parts.Select(part => part.Name)
        );
        Assert.Equal("{ \"10.0.0.1\": { \"hostname\": \"é\n\" } }\n", status["sessions"]!.Content);
        Assert.Equal(
            (124, ""),
            (status["next-hops/172.29.52.0/24"]!.Status, status["next-hops/172.29.52.0/24"]!.Content)
        );
        Assert.Equal("router bgp 64512||neighbor bgplb-dev-ipv4 password <password>\n", status["owned"]!.Content);
        Assert.Equal("neighbor 10.10.30.9 - 65010 no\n", status["touching"]!.Content);
        Assert.Contains("phase watching\nwatched no\n", status["transaction"]!.Content);
        Assert.Contains("verdict they do not come\n", status["transaction"]!.Content);
        Assert.Null(status["nothing"]);
    }

    [Fact]
    public void A_router_whose_configuration_does_not_show_says_so_and_the_rest()
    {
        var outcome = ShellFunctions.Run(Router + "read_running() { fail 3 'FRR does not answer'; }\nstatus");

        var status = RouterStatus.Read(Encoding.UTF8.GetBytes(outcome.Output));
        Assert.NotNull(status);
        Assert.Equal(1, status["owned"]!.Status);
        Assert.Equal(0, status["sessions"]!.Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bgplb-status 2\nend\n")]
    [InlineData("bgplb-status 1\n")]
    [InlineData("bgplb-status 1\nsessions 0 5\nabc\n")]
    [InlineData("bgplb-status 1\nsessions 0\nend\n")]
    [InlineData("bgplb-status 1\nsessions 0 -1\nend\n")]
    [InlineData("bash: vtysh: not found\n")]
    public void What_is_no_such_document_or_not_all_of_one_is_none(string text) =>
        Assert.Null(RouterStatus.Read(Encoding.UTF8.GetBytes(text)));
}
