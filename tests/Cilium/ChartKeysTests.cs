using System.Text.Json.Nodes;
using BgpLb.Settings.Reading;

namespace BgpLb.Tests.Cilium;

/// <summary>That the chart's keys are read as Helm and the chart's author mean them.</summary>
public sealed class ChartKeysTests
{
    private const string Chart = """
        # -- What it is.
        # e.g. one: two
        balancer:
          # -- How it works, as in
          # old: new style
          # mode: snat

          # -- Where to read on
          # see: https://example.org/
          speed: slow
          # undocumented: x
          deep:
            # -- Deep down.
            # depth: 3
            level: ~
        free: {}
        list: []
        """;

    private static readonly ChartKeys Keys = new(
        ClearJson.Of(FreeValue.Of(YamlNodes.Read(new StringReader(Chart))!, "", new Problems()))!,
        Chart.Split('\n')
    );

    [Theory]
    [InlineData("""{"balancer": {"speed": "fast"}}""")]
    [InlineData("""{"balancer": {"mode": "dsr", "deep": {"depth": 4, "level": 2}}}""")]
    [InlineData("""{"free": {"any": {"thing": 1}}, "list": [{"a": 1}]}""")]
    public void A_key_is_known_with_a_default_or_as_a_documented_comment_or_in_a_free_map(string values) =>
        Assert.Empty(Keys.Unknown(JsonNode.Parse(values)!));

    [Theory]
    [InlineData("""{"balancer": {"sped": "fast"}}""", "balancer.sped")]
    [InlineData("""{"mode": "dsr"}""", "mode")]
    [InlineData("""{"balancer": {"deep": {"mode": 1}}}""", "balancer.deep.mode")]
    [InlineData("""{"balancer": {"depth": 4}}""", "balancer.depth")]
    [InlineData("""{"balancer": {"undocumented": "y"}}""", "balancer.undocumented")]
    [InlineData("""{"balancer": {"see": "y"}}""", "balancer.see")]
    [InlineData("""{"balancer": {"old": "y"}}""", "balancer.old")]
    [InlineData("""{"balancer": {"mode": {"name": "dsr"}}}""", "balancer.mode")]
    [InlineData("""{"list": [], "liste": []}""", "liste")]
    public void Any_other_key_is_unknown_at_its_own_place_only(string values, string path) =>
        Assert.Equal([path], Keys.Unknown(JsonNode.Parse(values)!));
}
