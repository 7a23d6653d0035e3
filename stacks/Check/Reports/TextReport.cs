using System.Text;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Check.Reports;

/// <summary>For people: each finding begins with <c>FILE:LINE</c>, which editors and terminals make a link of.</summary>
internal static class TextReport
{
    public static string Of(CheckReport report, int? width)
    {
        var text = new StringBuilder();
        foreach (var stack in report.Stacks)
        {
            foreach (var found in stack.Findings)
            {
                Write(text, report.FileOf(stack), found, width);
            }
        }

        return text.Append(Totals.Of(report)).ToString();
    }

    /// <summary>One finding, and an empty line.</summary>
    public static void Write(StringBuilder text, string file, PlacedFinding found, int? width)
    {
        var finding = found.Finding;
        text.Append($"{file}:{found.Line}  {found.Level.ToString().ToLowerInvariant()}  {finding.Rule}\n");
        foreach (var sentence in (string[])[finding.Message, finding.Remedy, found.Page])
        {
            foreach (var line in Wrapping.Wrap(sentence, width - 2 ?? int.MaxValue))
            {
                text.Append(line.Length > 0 ? "  " : "").Append(line).Append('\n');
            }
        }

        text.Append('\n');
    }
}
