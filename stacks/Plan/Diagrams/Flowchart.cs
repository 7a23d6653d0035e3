using System.Text;

namespace BgpLb.Stacks.Plan.Diagrams;

/// <summary>Writes a mermaid flowchart. Labels are quoted, ids are the caller's and plain.</summary>
internal sealed class Flowchart
{
    private readonly StringBuilder _text = new();
    private int _depth = 1;

    /// <param name="direction">LR or TD.</param>
    public Flowchart(string direction) => _text.Append("flowchart ").Append(direction);

    /// <summary>A box. Its label may have several lines.</summary>
    public void Box(string id, params ReadOnlySpan<string> label) => Line($"{id}[{Quoted(label)}]");

    /// <summary>A box with round corners.</summary>
    public void RoundBox(string id, params ReadOnlySpan<string> label) => Line($"{id}({Quoted(label)})");

    public void Begin(string id, params ReadOnlySpan<string> label)
    {
        Line($"subgraph {id}[{Quoted(label)}]");
        _depth++;
    }

    public void End()
    {
        _depth--;
        Line("end");
    }

    /// <param name="arrow">In mermaid's signs: <c>--></c>.</param>
    public void Arrow(string from, string arrow, string to, params ReadOnlySpan<string> label) =>
        Line(label.IsEmpty ? $"{from} {arrow} {to}" : $"{from} {arrow}|{Quoted(label)}| {to}");

    public override string ToString() => _text.ToString();

    private void Line(string line) => _text.Append('\n').Append(' ', 2 * _depth).Append(line);

    private static string Quoted(ReadOnlySpan<string> lines) =>
        $"\"{string.Join("<br/>", lines!).Replace("\"", "#quot;", StringComparison.Ordinal)}\"";
}
