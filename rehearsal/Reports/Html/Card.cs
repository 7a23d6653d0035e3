namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>A machine in the topology: its name, what it is, its addresses.</summary>
/// <param name="Lines">In a font of equal widths.</param>
internal sealed record Card(string Kind, string Name, string Note, IReadOnlyList<string> Lines)
{
    private const int LongestName = 28;
    private const double Line = 15;
    private const double Edge = 10;

    public double Width =>
        (2 * Edge)
        + Math.Max(
            Math.Max(TextWidth.Name(TextWidth.Cut(Name, LongestName)), TextWidth.Of(Note)),
            Lines.Select(TextWidth.Mono).DefaultIfEmpty().Max()
        );

    public double Height => 26 + (Note.Length > 0 ? Line : 0) + (Lines.Count * Line);

    /// <param name="x">Of the left edge.</param>
    /// <param name="width">At least its own.</param>
    public Markup At(double x, double y, double width, double height)
    {
        var below = y + 18 + (Note.Length > 0 ? Line : 0);
        return Markup.Of(
            $"""
            <g><title>{Name}</title><rect class="card {Kind}" x="{x}" y="{y}" width="{width}" height="{height}" rx="3"/>
            <text class="name" x="{x + Edge}" y="{y + 18}">{TextWidth.Cut(Name, LongestName)}</text>{NoteAt(
                x + Edge,
                below
            )}{Markup.Each(Lines.Index(), line => LineAt(x + Edge, below + ((line.Index + 1) * Line), line.Item))}</g>

            """
        );
    }

    private Markup NoteAt(double x, double y) =>
        Note.Length == 0 ? Markup.Empty : Markup.Of($"<text class=\"axis\" x=\"{x}\" y=\"{y}\">{Note}</text>");

    private static Markup LineAt(double x, double y, string text) =>
        Markup.Of($"<text class=\"vip\" x=\"{x}\" y=\"{y}\">{text}</text>");
}
