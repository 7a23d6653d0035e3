using BgpLb.Stacks.Pages;

namespace BgpLb.Stacks.Plan.Sections;

/// <summary>The findings, each with what to do, and how many policies could not be judged.</summary>
internal static class NoteList
{
    public static void Write(Page page, PlannedStack planned)
    {
        if (planned.Findings.IsEmpty && planned.Undecided == 0)
        {
            return;
        }

        page.Heading("Notes");
        var isFirst = true;
        foreach (var finding in planned.Findings)
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

        if (planned.Undecided > 0)
        {
            if (!isFirst)
            {
                page.Line("");
            }

            var policies = Words.Count(planned.Undecided, "policy", "policies");
            page.Line(
                $"{policies} could not be judged from the files alone: bgplb check {planned.Design.Stack} says why."
            );
        }
    }
}
