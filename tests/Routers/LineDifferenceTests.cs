using BgpLb.Routers.Unifi;

namespace BgpLb.Tests.Routers;

public sealed class LineDifferenceTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("a\n", "a\n", "")]
    [InlineData("", "a\nb\n", "+ a|+ b")]
    [InlineData("a\nb\n", "", "- a|- b")]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", "- b|+ x")]
    [InlineData("a\nb\nc\n", "b\nc\nd\n", "- a|+ d")]
    [InlineData("a\na\nb\n", "a\nb\nb\n", "- a|+ b")]
    public void Lines_that_go_and_lines_that_come(string before, string after, string difference) =>
        Assert.Equal(difference, string.Join('|', LineDifference.Of(before, after)));
}
