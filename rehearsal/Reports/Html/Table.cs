namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Tables, each in a box of its own that scrolls where the page is too narrow for it.</summary>
internal static class Table
{
    /// <param name="rows">As many cells as there are columns; the first names its row.</param>
    public static Markup Of(string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<Markup>> rows) =>
        Box(
            caption,
            Markup.Of(
                $"""
                <table>
                <caption><span>{caption}</span></caption>
                <thead><tr>{Markup.Each(columns, column => Markup.Of($"<th scope=\"col\">{column}</th>"))}</tr></thead>
                <tbody>
                {Markup.Each(rows, Row)}</tbody>
                </table>
                """
            )
        );

    /// <summary>A box that scrolls sideways, with the keyboard too.</summary>
    public static Markup Box(string label, Markup content) =>
        Markup.Of(
            $"""
            <div class="scroll" role="region" aria-label="{label}" tabindex="0">
            {content}
            </div>

            """
        );

    public static Markup Cell(string text) => Markup.Of($"{text}");

    private static Markup Row(IReadOnlyList<Markup> cells) =>
        Markup.Of(
            $"<tr><th scope=\"row\">{cells[0]}</th>{Markup.Each(cells.Skip(1), cell => Markup.Of($"<td>{cell}</td>"))}</tr>\n"
        );
}
