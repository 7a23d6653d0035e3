using BgpLb.Tests.Routers.Support;

namespace BgpLb.Tests.Routers.Functions;

/// <summary>What the script reads of FRR's answers, of each release, with each of the programs that know JSON.</summary>
public sealed class SessionReaderTests
{
    /// <summary>As if the router had Python, and no jq.</summary>
    private const string WithoutJq = """
        command() { [ "$2" != jq ] && builtin command "$@"; }
        """;

    public static TheoryData<string, bool> Releases =>
        new()
        {
            { "8.4", true },
            { "8.4", false },
            { "10.3", true },
            { "10.3", false },
            { "10.7", true },
            { "10.7", false },
        };

    [SkippableTheory]
    [MemberData(nameof(Releases))]
    public void Sessions_of_a_listen_range(string release, bool hasJq)
    {
        var answer = Captured(release, "show_bgp_neighbors.json");

        var outcome = ShellFunctions.Run(
            $$"""
            {{(hasJq ? "" : WithoutJq)}}
            ask_frr() { cat '{{answer}}'; }
            read_sessions
            """
        );

        var lines = outcome.All.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"^K8S 10\.10\.30\.1[123] \w+ \d+ 64513 10\.10\.30\.0/24$", line));
        Assert.Contains(lines, line => line.Contains(" Established ", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("10.3")]
    [InlineData("10.7")]
    public void Routes_by_who_brought_them(string release)
    {
        var answer = Captured(release, "show_bgp_ipv4_unicast.json");

        var outcome = ShellFunctions.Run(
            $$"""
            ask_frr() { cat '{{answer}}'; }
            routes_of 'K8S-ipv4 10.10.30.11 Established 1 64513 -' K8S-ipv4
            """
        );

        Assert.Matches(@"^(10\.\d+\.\d+\.\d+/32 10\.10\.30\.11\n)+$", outcome.All);
    }

    [Theory]
    [InlineData("return 124", "it does not answer in time")]
    [InlineData("echo 'bgpd is not running'", "no JSON")]
    [InlineData("printf '{ \"10.0.0.1\": { \"bgpState\": \"Estab'", "half an answer")]
    public void No_answer_is_not_the_same_as_no_sessions(string answer, string why)
    {
        var outcome = ShellFunctions.Run(
            $$"""
            ask_frr() { {{answer}}; }
            if read_sessions; then echo 'read'; else echo 'not known'; fi
            """
        );

        Assert.True(outcome.All == "not known\n", $"{why}: {outcome.All}");
    }

    [Fact]
    public void A_router_without_BGP_has_no_sessions()
    {
        var outcome = ShellFunctions.Run(
            """
            ask_frr() { echo '{}'; }
            read_sessions && count_established '' && echo "none: $COUNT"
            """
        );

        Assert.Equal("none: 0\n", outcome.All);
    }

    /// <summary>grep -c says "no" where it counts nothing; once the wait after going back ended by that.</summary>
    [Fact]
    public void Counting_to_zero_is_no_failure()
    {
        var outcome = ShellFunctions.Run(
            "count_established 'bgplb-dev-ipv4 10.0.0.1 Active 0 64513 -' && echo \"counted $COUNT\""
        );

        Assert.Equal("counted 0\n", outcome.All);
    }

    [Fact]
    public void Only_sessions_of_this_stack_count()
    {
        var outcome = ShellFunctions.Run(
            """
            count_established "bgplb-dev-ipv4 10.0.0.1 Established 1 64513 -
            bgplb-dev-2-ipv4 10.0.0.2 Established 1 64513 -
            - 10.0.0.3 Established 1 64513 -
            bgplb-dev-ipv6 fd00::1 Established 1 64513 -"
            echo "$COUNT"
            """
        );

        Assert.Equal("2\n", outcome.All);
    }

    private static string Captured(string release, string name)
    {
        var path = Path.Combine(Repository.Shared ?? "", "frr", release, name);
        Repository.Require(File.Exists(path), $"FRR's captured answers ({release}/{name})");
        return path;
    }
}
