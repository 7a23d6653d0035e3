using System.Text.Json.Nodes;
using BgpLb.Rehearsal.Clusters.Gobgp;

namespace BgpLb.Tests.Rehearsal.Clusters;

public class LabelSelectorTests
{
    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal) { ["a"] = "x" };

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{"matchLabels": {"a": "x"}}""", true)]
    [InlineData("""{"matchLabels": {"a": "x", "b": ""}}""", false)]
    [InlineData("""{"matchExpressions": [{"key": "a", "operator": "In", "values": ["w", "x"]}]}""", true)]
    [InlineData("""{"matchExpressions": [{"key": "b", "operator": "In", "values": ["x"]}]}""", false)]
    [InlineData("""{"matchExpressions": [{"key": "a", "operator": "NotIn", "values": ["x"]}]}""", false)]
    [InlineData("""{"matchExpressions": [{"key": "b", "operator": "NotIn", "values": ["x"]}]}""", true)]
    [InlineData("""{"matchExpressions": [{"key": "a", "operator": "Exists"}]}""", true)]
    [InlineData("""{"matchExpressions": [{"key": "a", "operator": "DoesNotExist"}]}""", false)]
    [InlineData("""{"matchLabels": {"a": "x"}, "matchExpressions": [{"key": "b", "operator": "Exists"}]}""", false)]
    public void All_parts_have_to_hold(string selector, bool expected) =>
        Assert.Equal(expected, LabelSelector.Selects(JsonNode.Parse(selector), Labels, whenMissing: !expected));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_missing_one_means_is_up_to_the_kind(bool answer) =>
        Assert.Equal(answer, LabelSelector.Selects(selector: null, Labels, answer));
}
