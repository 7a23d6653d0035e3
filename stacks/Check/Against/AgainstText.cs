using System.Collections.Immutable;
using System.Text;
using BgpLb.Stacks.Check.Reports;

namespace BgpLb.Stacks.Check.Against;

/// <summary>What a change introduces, for people.</summary>
internal static class AgainstText
{
    public static string Of(AgainstReport report, int? width)
    {
        var text = new StringBuilder();
        foreach (var change in report.Stacks)
        {
            text.Append($"Stack {change.Name} against {report.Revision}\n");
            Lines(text, change.Note.Length > 0 ? [change.Note] : []);
            Lines(text, change.Impact);
            Lines(text, change.Addresses.Select(AddressWords.Of));
            Lines(text, change.Resources.SelectMany(ResourceWords));
            if (change is { Note: "", Addresses.IsEmpty: true, Resources.IsEmpty: true })
            {
                Lines(text, ["Nothing changes."]);
            }

            text.Append('\n');
            Findings(text, report, change, "new", change.New, width);
            Findings(text, report, change, "remaining", change.Remaining, width);
            Findings(text, report, change, "fixed", change.Fixed, width);
        }

        return text.Append(Totals.Of(report.Now)).Append(report.Summary).Append('\n').ToString();
    }

    private static IEnumerable<string> ResourceWords(ResourceChange change) =>
        change
            .Properties.Select(property => $"  {property}")
            .Prepend($"{change.Kind.ToString().ToLowerInvariant()}: {change.Resource}");

    private static void Findings(
        StringBuilder text,
        AgainstReport report,
        StackChange change,
        string word,
        ImmutableArray<PlacedFinding> findings,
        int? width
    )
    {
        foreach (var found in findings)
        {
            text.Append($"{word}: ");
            TextReport.Write(
                text,
                change.After is { } now ? report.Now.FileOf(now) : Path.GetFileName(change.Before!.File),
                found,
                width
            );
        }
    }

    private static void Lines(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append("  ").Append(line).Append('\n');
        }
    }
}
