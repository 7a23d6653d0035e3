namespace BgpLb.Tests.Rehearsal.Whole;

public sealed class LossyTests
{
    private const string Passed = """{ "name": "one", "outcome": "passed", "checks": [] }""";
    private const string Gap = """
        { "name": "two", "outcome": "failed", "loss": {}, "checks": [
          { "what": "traffic", "passed": false }, { "what": "everyone else", "passed": true } ] }
        """;
    private const string Both = """
        { "name": "three", "outcome": "failed", "loss": {}, "checks": [
          { "what": "traffic", "passed": false }, { "what": "everyone else", "passed": false } ] }
        """;
    private const string Other = """
        { "name": "four", "outcome": "failed", "checks": [ { "what": "traffic", "passed": false } ] }
        """;

    [Theory]
    [InlineData("", Passed)]
    [InlineData("two", Passed, Gap)]
    [InlineData("", Gap, Both)]
    [InlineData("", Gap, Other)]
    public void Only_a_gap_in_the_traffic_is_measured_again(string names, params string[] scenarios) =>
        Assert.Equal(names, string.Join(',', Lossy.In($$"""{ "scenarios": [ {{string.Join(", ", scenarios)}} ] }""")));

    [Fact]
    public void What_is_no_report_is_no_loss() => Assert.Empty(Lossy.In("the lab does not come up"));
}
