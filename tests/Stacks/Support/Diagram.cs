using System.Text.RegularExpressions;

namespace BgpLb.Tests.Stacks.Support;

/// <summary>A mermaid flowchart, read strictly: the part of the language that the command writes, and nothing else.</summary>
internal sealed partial record Diagram(
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<(string From, string To)> Arrows
)
{
    public static Diagram Parse(string fence)
    {
        var lines = fence.TrimEnd('\n').Split('\n');
        Assert.Equal("mermaid", lines[0]);
        Assert.Matches("^flowchart (LR|TD)$", lines[1]);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        var arrows = new List<(string, string)>();
        var depth = 0;
        foreach (var line in lines[2..].Select(line => line.Trim()))
        {
            if (line == "end")
            {
                Assert.True(--depth >= 0, "an end too many");
            }
            else if (Box().Match(line) is { Success: true } box)
            {
                Assert.True(labels.TryAdd(box.Groups["id"].Value, box.Groups["label"].Value), line);
                depth += box.Groups["subgraph"].Length > 0 ? 1 : 0;
            }
            else
            {
                var arrow = Arrow().Match(line);
                Assert.True(arrow.Success, line);
                arrows.Add((arrow.Groups["from"].Value, arrow.Groups["to"].Value));
            }
        }

        Assert.Equal(0, depth);
        Assert.All(arrows, arrow => Assert.True(labels.ContainsKey(arrow.Item1) && labels.ContainsKey(arrow.Item2)));
        return new(labels, arrows);
    }

    [GeneratedRegex(
        """^(?<subgraph>subgraph )?(?<id>[a-z]+[a-z0-9]*)[\[(]"(?<label>[^"]+)"[\])]$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Box();

    [GeneratedRegex(
        """^(?<from>[a-z0-9]+) (-->|-\.-)(\|"[^"]+"\|)? (?<to>[a-z0-9]+)$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Arrow();
}
