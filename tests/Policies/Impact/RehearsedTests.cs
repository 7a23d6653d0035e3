using BgpLb.Policies.Impact;
using BgpLb.Rehearsal.Scenarios;
using BgpLb.Tests.Policies.Support;

namespace BgpLb.Tests.Policies.Impact;

/// <summary>The forecast says of the rehearsal's own changes what its scenarios have measured.</summary>
public sealed class RehearsedTests
{
    [Theory]
    [InlineData("dev", "timer", 7)]
    [InlineData("dev", "password", 3)]
    [InlineData("dev", "node-asn", 3)]
    [InlineData("dev", "router-asn", 3)]
    [InlineData("prod", "timer", 7)]
    [InlineData("prod", "password", 3)]
    [InlineData("prod", "node-asn", 3)]
    [InlineData("prod", "router-asn", 3)]
    public void Where_every_session_bounces_every_node_is_counted(string stack, string change, double seconds)
    {
        var impact = ImpactOf(stack, change);

        Assert.Equal((stack == "dev" ? 5 : 3, seconds, 0), (impact.NodesAtOnce, impact.Seconds, impact.Addresses));
    }

    [Theory]
    [InlineData("dev", "nothing", 0)]
    [InlineData("dev", "pool-larger", 0)]
    [InlineData("dev", "pool-smaller", 95)]
    [InlineData("dev", "pool-moved", 190)]
    [InlineData("prod", "nothing", 0)]
    [InlineData("prod", "pool-larger", 0)]
    [InlineData("prod", "pool-smaller", 50)]
    [InlineData("prod", "pool-moved", 100)]
    public void Where_no_session_bounces_none_is_counted(string stack, string change, long addresses)
    {
        var impact = ImpactOf(stack, change);

        Assert.Equal((0, 0d, addresses), (impact.NodesAtOnce, impact.Seconds, impact.Addresses));
    }

    [Fact]
    public void The_scenarios_expect_the_same()
    {
        var folder = Path.Combine(Repository.Root, "rehearsal", "Scenarios", "files");
        foreach (var change in Actions.Changes.Keys)
        {
            var files = Directory.EnumerateFiles(folder).Select(File.ReadAllText);
            foreach (
                var scenario in files.Where(text => text.Contains($"change: {change}\n", StringComparison.Ordinal))
            )
            {
                Assert.Equal(
                    ImpactOf("dev", change).NodesAtOnce > 0,
                    scenario.Contains("- bounces:", StringComparison.Ordinal)
                );
            }
        }
    }

    private static ChangeImpact ImpactOf(string stack, string change) =>
        ChangeImpact.Of(Shipped.Of(stack), Changed.Stack(stack, Actions.Changes[change]));
}
