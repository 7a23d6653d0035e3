namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>The page's styles, which are the project's own and so are markup.</summary>
internal static class Style
{
    public static Markup Text { get; } = Read();

    private static Markup Read()
    {
        using var stream = typeof(Style).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd());
    }
}
