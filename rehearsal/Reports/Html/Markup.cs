using System.Runtime.CompilerServices;

namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>Text that is markup already. Whatever else is put into it is encoded.</summary>
internal readonly record struct Markup(string Text)
{
    public static Markup Empty { get; } = new("");

    public static Markup Of(MarkupHandler handler) => new(handler.ToString());

    /// <summary>What becomes of each item, one after the other.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> of) =>
        new(string.Concat(items.Select(item => of(item).Text)));

    public override string ToString() => Text;
}

/// <summary>Encodes what is put into an interpolated string, unless it is markup.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupHandler
{
    private readonly System.Text.StringBuilder _text;

    public MarkupHandler(int literalLength, int formattedCount) => _text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(Markup markup) => _text.Append(markup.Text);

    public void AppendFormatted(string? text) => Encode(text ?? "");

    public void AppendFormatted(int number) => _text.Append(number);

    public void AppendFormatted(uint number) => _text.Append(number);

    /// <summary>A length in a picture: a tenth of a pixel is fine enough, and keeps the page small.</summary>
    public void AppendFormatted(double number) => _text.Append($"{Math.Round(number, 1):0.#}");

    public override string ToString() => _text.ToString();

    private void Encode(string text)
    {
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '"' => _text.Append("&quot;"),
                '\'' => _text.Append("&#39;"),
                // HTML allows no other control characters.
                not ('\n' or '\t') when char.IsControl(letter) => _text.Append('\uFFFD'),
                _ => _text.Append(letter),
            };
        }
    }
}
