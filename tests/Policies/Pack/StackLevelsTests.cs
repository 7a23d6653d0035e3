using BgpLb.Policies.Pack;
using BgpLb.Policies.Rules;
using BgpLb.Settings;

namespace BgpLb.Tests.Policies.Pack;

public sealed class StackLevelsTests
{
    [Fact]
    public void Each_level_is_read() =>
        Assert.Equal(
            [Enforcement.Advisory, Enforcement.Disabled, Enforcement.Mandatory],
            from rules in new[] { Made("a"), Made("b"), Made("c") }
            let read = Read("""{ "a": "advisory", "b": "disabled", "c": "mandatory" }""", isSecret: false)
            select read.Levels[rules.Name]
        );

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    public void Nothing_said_is_nothing_wrong(string? json)
    {
        Assert.Empty(Read(json, isSecret: false).Problems);
        Assert.Empty(Read(json, isSecret: false).Levels);
    }

    [Fact]
    public void An_unknown_rule_is_reported_with_the_nearest_known_one()
    {
        var read = StackLevels.Read("""{ "hostkey": "advisory" }""", isSecret: false, [Made("host-key"), Made("x")]);

        Assert.Equal(
            "The setting policies names \"hostkey\", which is no rule: \"host-key\" is the nearest known one.",
            Assert.Single(read.Problems)
        );
        Assert.Empty(read.Levels);
    }

    [Theory]
    [InlineData("""{ "a": "strict" }""")]
    [InlineData("""{ "a": 1 }""")]
    [InlineData("""{ "a": "Mandatory" }""")]
    public void An_unknown_level_is_reported(string json)
    {
        var read = Read(json, isSecret: false);

        Assert.Equal(
            "The setting policies has no level for \"a\": one of disabled, advisory, mandatory.",
            Assert.Single(read.Problems)
        );
        Assert.Empty(read.Levels);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("\"advisory\"")]
    [InlineData("{")]
    public void What_is_no_object_is_reported(string json) =>
        Assert.Equal(
            "The setting policies is not an object of rules and their levels.",
            Assert.Single(Read(json, isSecret: false).Problems)
        );

    [Fact]
    public void Nothing_of_a_secret_setting_is_quoted()
    {
        var read = Read("""{ "hidden": "advisory", "a": "hidden" }""", isSecret: true);

        Assert.Equal(2, read.Problems.Length);
        Assert.DoesNotContain(read.Problems, problem => problem.Contains("hidden", StringComparison.Ordinal));
    }

    private static StackLevels Read(string? json, bool isSecret) =>
        StackLevels.Read(json, isSecret, [Made("a"), Made("b"), Made("c")]);

    private static Rule Made(string name) => MadeRules.Each(name, _ => []);
}
