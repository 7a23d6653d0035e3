namespace BgpLb.Rehearsal.Reports.Html;

/// <summary>The lines of what was done, with labels that do not cover each other.</summary>
/// <param name="Rows">How many rows of labels there are.</param>
internal sealed record ActionLabels(IReadOnlyList<ActionLabel> All, int Rows)
{
    private const double Gap = 5;

    public static ActionLabels Of(IReadOnlyList<(TimeSpan At, string What)> actions, TimeAxis axis)
    {
        var all = new List<ActionLabel>();
        foreach (var (at, what) in actions.OrderBy(action => action.At))
        {
            all.Add(Placed(axis.At(at), $"{Words.At(at)}: {what}", axis, all));
        }

        return new(all, all.Count == 0 ? 0 : all.Max(label => label.Row) + 1);
    }

    /// <summary>To the right of its line where there is room, else to the left; in the first row that is free there.</summary>
    private static ActionLabel Placed(double x, string text, TimeAxis axis, List<ActionLabel> others)
    {
        var isLeft = x + Gap + TextWidth.Of(text) > axis.Right && x - axis.Left > axis.Right - x;
        var room = isLeft ? x - Gap - axis.Left : axis.Right - x - Gap;
        var shown = TextWidth.Cut(text, Math.Max(8, (int)(room / TextWidth.Of("m"))));
        var width = TextWidth.Of(shown) + Gap;
        var (from, to) = isLeft ? (x - width, x) : (x, x + width);
        var row = 0;
        while (others.Exists(other => other.Row == row && other.From < to + Gap && from < other.To + Gap))
        {
            row++;
        }

        return new(x, isLeft ? x - Gap : x + Gap, isLeft, row, from, to, shown, text);
    }
}

/// <param name="Line">Where the time is.</param>
/// <param name="IsLeft">Whether the label ends at its line.</param>
/// <param name="Text">What fits.</param>
/// <param name="Whole">All of it.</param>
internal sealed record ActionLabel(
    double Line,
    double X,
    bool IsLeft,
    int Row,
    double From,
    double To,
    string Text,
    string Whole
);
