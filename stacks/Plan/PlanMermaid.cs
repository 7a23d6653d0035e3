using BgpLb.Stacks.Plan.Diagrams;

namespace BgpLb.Stacks.Plan;

/// <summary>Two diagrams for Markdown: who talks to whom, and what is made after what.</summary>
internal static class PlanMermaid
{
    public static string Of(PlannedStack planned) =>
        $"""
            ## Topology of {planned.Design.Stack}

            ```mermaid
            {Topology.Of(planned.Design)}
            ```

            ## Resources of {planned.Design.Stack}

            ```mermaid
            {ResourceDiagram.Of(planned.Graph)}
            ```

            """;
}
