using System.Collections.Immutable;
using System.Text;
using BgpLb.Policies;
using BgpLb.Stacks.Check.Reports;

namespace BgpLb.Stacks.Check.Against;

/// <summary>The comment on a pull request.</summary>
internal static class AgainstMarkdown
{
    /// <summary>A comment's text may be no longer than 65,536 characters.</summary>
    private const int MostLines = 150;

    public static string Of(AgainstReport report)
    {
        var text = new StringBuilder($"## bgplb: {report.Summary}\n");
        text.Append(
            report.Now.Passed ? "Nothing stands against an update.\n" : "**Something stands against an update.**\n"
        );
        foreach (var change in report.Stacks)
        {
            text.Append($"\n### Stack {Escape(change.Name)}\n");
            if (change.Note.Length > 0)
            {
                text.Append($"{Escape(change.Note)}\n");
            }

            Impact(text, change.Impact);
            Findings(text, report, change);
            Addresses(text, change.Addresses);
            Resources(text, change.Resources);
        }

        foreach (var line in Totals.Undecided(report.Now))
        {
            text.Append($"\n{Escape(line)}\n");
        }

        return text.ToString();
    }

    private static void Impact(StringBuilder text, ImmutableArray<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append($"- {Escape(line)}\n");
        }
    }

    private static void Findings(StringBuilder text, AgainstReport report, StackChange change)
    {
        var rows = change
            .New.Select(found => ("new", found))
            .Concat(change.Remaining.Select(found => ("remaining", found)))
            .Concat(change.Fixed.Select(found => ("fixed", found)))
            .ToArray();
        Table(
            text,
            ["", "Finding", "Where", "Remedy"],
            [
                .. rows.Select(row =>
                    (string[])
                        [
                            $"{row.Item1} {Level(row.found.Level)}",
                            $"**{row.found.Finding.Rule}** {Escape(row.found.Finding.Message)}",
                            row.Item1 == "fixed" || change.After is null
                                ? ""
                                : Escape($"{report.Now.FileInRepository(change.After)}:{row.found.Line}"),
                            row.Item1 == "fixed" ? "" : Escape(row.found.Finding.Remedy),
                        ]
                ),
            ]
        );
    }

    private static void Addresses(StringBuilder text, ImmutableArray<AddressChange> changes) =>
        Table(
            text,
            ["Pool", "Added", "Removed", "Addresses"],
            [
                .. changes.Select(change =>
                    (string[])
                        [
                            Escape(change.Of),
                            Escape(string.Join(", ", change.Added)),
                            Escape(string.Join(", ", change.Removed)),
                            AddressWords.Capacity(change),
                        ]
                ),
            ]
        );

    private static void Resources(StringBuilder text, ImmutableArray<ResourceChange> changes)
    {
        if (changes.IsEmpty)
        {
            text.Append("\nNo resource changes.\n");
            return;
        }

        var counts = changes
            .CountBy(change => change.Kind)
            .OrderBy(pair => pair.Key)
            .Select(pair => $"{pair.Value} {pair.Key.ToString().ToLowerInvariant()}");
        text.Append($"\n<details><summary>Resources: {string.Join(", ", counts)}</summary>\n\n");
        string[] lines =
        [
            .. changes.SelectMany(change =>
                change
                    .Properties.Select(property => $"  - {Escape(property)}")
                    .Prepend($"- {change.Kind.ToString().ToLowerInvariant()}: {Escape(change.Resource)}")
            ),
        ];
        text.AppendJoin('\n', lines.Take(MostLines)).Append('\n');
        if (lines.Length > MostLines)
        {
            text.Append($"- and {lines.Length - MostLines} lines more, which --format text shows\n");
        }

        text.Append("\n</details>\n");
    }

    private static void Table(StringBuilder text, string[] head, string[][] rows)
    {
        if (rows.Length == 0)
        {
            return;
        }

        text.Append($"\n| {string.Join(" | ", head)} |\n|{string.Concat(head.Select(_ => "---|"))}\n");
        foreach (var row in rows.Take(MostLines))
        {
            text.Append($"| {string.Join(" | ", row)} |\n");
        }

        if (rows.Length > MostLines)
        {
            text.Append($"\nand {rows.Length - MostLines} more, which --format text shows\n");
        }
    }

    private static string Level(Severity level) =>
        level == Severity.Info ? "note" : level.ToString().ToLowerInvariant();

    /// <summary>What somebody wrote stays a text: no markup, no links, no calls for people.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' or '\r' => escaped.Append(' '),
                '@' => escaped.Append("@\u200b"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' => escaped.Append('\\').Append(letter),
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
