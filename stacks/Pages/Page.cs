using System.Text;

namespace BgpLb.Stacks.Pages;

/// <summary>A text for people: headings, lines and tables.</summary>
/// <param name="width">The terminal's columns; null for lines that never end early.</param>
/// <param name="hasColour">Whether headings may stand out by escape sequences.</param>
internal sealed class Page(int? width, bool hasColour)
{
    private const string Indent = "  ";

    private readonly StringBuilder _text = new();

    public void Heading(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(Bold(text)).Append('\n');
    }

    /// <summary>Text under a heading.</summary>
    public void Line(string text)
    {
        foreach (var line in Wrapping.Wrap(text, Room ?? int.MaxValue))
        {
            Append(line);
        }
    }

    /// <summary>Lines that stay as they are, such as a file's.</summary>
    public void Verbatim(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Append(line);
        }
    }

    public void Table(Table table)
    {
        var isHead = true;
        foreach (var line in table.Lines(Room))
        {
            Append(isHead ? Dim(line) : line);
            isHead = false;
        }
    }

    public override string ToString() => _text.ToString();

    private int? Room => width - Indent.Length;

    private void Append(string line)
    {
        if (line.Length > 0)
        {
            _text.Append(Indent).Append(line);
        }

        _text.Append('\n');
    }

    private string Bold(string text) => hasColour ? $"\e[1m{text}\e[0m" : text;

    private string Dim(string text) => hasColour ? $"\e[2m{text}\e[0m" : text;
}
