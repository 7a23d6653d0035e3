using System.Text;

namespace BgpLb.Stacks.Pages;

/// <summary>
/// Lays rows out in aligned columns. Written by hand because a plan may take no longer than a few empty programs, and a
/// table library alone takes two.
/// </summary>
/// <param name="head">The columns' names.</param>
internal sealed class Table(params string[] head)
{
    private const int Gap = 2;

    /// <summary>Below this a column is not squeezed; what does not fit then is left to the terminal.</summary>
    private const int Narrowest = 12;

    private readonly List<string[]> _rows = [head];

    /// <summary>Adds a row with as many cells as the head. A cell may hold several lines.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>
    /// The lines, the head first. Columns of whole numbers are aligned to the right. Where a row is too wide, the
    /// widest cells are wrapped between words.
    /// </summary>
    /// <param name="width">How much room there is; null for as much as it takes.</param>
    public IEnumerable<string> Lines(int? width)
    {
        var widths = new int[head.Length];
        var isNumeric = new bool[head.Length];
        for (var column = 0; column < widths.Length; column++)
        {
            widths[column] = WidthOf(column);
            isNumeric[column] = IsNumeric(column);
        }

        Squeeze(widths, width);
        foreach (var row in _rows)
        {
            foreach (var line in LinesOf(row, widths, isNumeric))
            {
                yield return line;
            }
        }
    }

    private int WidthOf(int column)
    {
        var widest = 0;
        foreach (var row in _rows)
        {
            var width = 0;
            foreach (var letter in row[column])
            {
                width = letter == '\n' ? 0 : width + 1;
                widest = Math.Max(widest, width);
            }
        }

        return widest;
    }

    private bool IsNumeric(int column)
    {
        for (var row = 1; row < _rows.Count; row++)
        {
            foreach (var letter in _rows[row][column])
            {
                if (!char.IsAsciiDigit(letter))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static void Squeeze(int[] widths, int? width)
    {
        var room = width - (Gap * (widths.Length - 1));
        for (var excess = Sum(widths) - room; excess > 0; excess = Sum(widths) - room)
        {
            var widest = Widest(widths);
            if (widths[widest] <= Narrowest)
            {
                return;
            }

            widths[widest]--;
        }
    }

    private static IEnumerable<string> LinesOf(string[] row, int[] widths, bool[] isNumeric)
    {
        var cells = new List<string>[row.Length];
        var height = 0;
        for (var column = 0; column < row.Length; column++)
        {
            cells[column] = Wrapping.Wrap(row[column], widths[column]);
            height = Math.Max(height, cells[column].Count);
        }

        var text = new StringBuilder();
        for (var at = 0; at < height; at++)
        {
            text.Clear();
            for (var column = 0; column < row.Length; column++)
            {
                var cell = at < cells[column].Count ? cells[column][at] : "";
                text.Append(isNumeric[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
                text.Append(' ', Gap);
            }

            yield return text.ToString().TrimEnd();
        }
    }

    private static int Widest(int[] widths)
    {
        var widest = 0;
        for (var column = 1; column < widths.Length; column++)
        {
            widest = widths[column] > widths[widest] ? column : widest;
        }

        return widest;
    }

    private static int Sum(int[] widths)
    {
        var sum = 0;
        foreach (var width in widths)
        {
            sum += width;
        }

        return sum;
    }
}
