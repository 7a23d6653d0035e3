namespace BgpLb.Stacks.Pages;

/// <summary>Breaks text between words. A word is never cut: somebody may want to copy it.</summary>
internal static class Wrapping
{
    /// <summary>The lines of a text, each at most <paramref name="width"/> wide unless a single word is wider.</summary>
    public static List<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var rest = paragraph;
            while (rest.Length > width && BreakIn(rest, width) is var at and > 0)
            {
                lines.Add(rest[..at].TrimEnd());
                rest = rest[at..].TrimStart();
            }

            lines.Add(rest);
        }

        return lines;
    }

    /// <summary>Where to break: the last blank that fits, else the first at all; 0 where there is none.</summary>
    private static int BreakIn(string text, int width)
    {
        var last = text.LastIndexOf(' ', width);
        return last > 0 ? last : Math.Max(0, text.IndexOf(' ', StringComparison.Ordinal));
    }
}
