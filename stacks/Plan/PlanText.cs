using BgpLb.Stacks.Pages;
using BgpLb.Stacks.Plan.Sections;

namespace BgpLb.Stacks.Plan;

/// <summary>The plan for people, most asked-for first; what is still to be done comes last, next to the prompt.</summary>
internal static class PlanText
{
    /// <param name="width">The terminal's columns; null for lines that never end early.</param>
    public static string Of(PlannedStack planned, int? width, bool hasColour)
    {
        var page = new Page(width, hasColour);
        Summary.Write(page, planned.Design);
        Addresses.Write(page, planned.Design);
        Sessions.Write(page, planned.Design);
        BothEnds.Write(page, planned.Design);
        FailoverBudget.Write(page, planned.Design);
        ResourceTree.Write(page, planned.Graph);
        Order.Write(page, planned.Graph);
        RouterConfigurations.Write(page, planned);
        NeededValues.Write(page, planned.Design.Release);
        NoteList.Write(page, planned);
        return page.ToString();
    }
}
