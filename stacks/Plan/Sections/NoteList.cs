using System.Collections.Immutable;
using BgpLb.Policies;
using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>The findings, each with what to do.</summary>
internal static class NoteList
{
    public static void Write(Page page, ImmutableArray<Finding> findings)
    {
        if (findings.IsEmpty)
        {
            return;
        }

        page.Heading("Notes");
        var isFirst = true;
        foreach (var finding in findings)
        {
            if (!isFirst)
            {
                page.Line("");
            }

            isFirst = false;
            page.Line($"{finding.Severity.ToString().ToLowerInvariant()}: {finding.Path}");
            page.Line(finding.Message);
            page.Line(finding.Remedy);
        }
    }
}
