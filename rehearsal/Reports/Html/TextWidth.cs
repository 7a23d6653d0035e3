namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>How much room texts take in a picture, in pixels; on the safe side, as fonts differ.</summary>
internal static class TextWidth
{
    /// <summary>Of 12 px in the page's font.</summary>
    public static double Of(string text) => text.Length * 6.8;

    /// <summary>Of 11 px in a font of equal widths.</summary>
    public static double Mono(string text) => text.Length * 6.7;

    /// <summary>Of 12 px, bold, in a font of equal widths.</summary>
    public static double Name(string text) => text.Length * 7.4;

    /// <summary>What fits of a text.</summary>
    public static string Cut(string text, int letters) => text.Length <= letters ? text : $"{text[..(letters - 1)]}…";
}
