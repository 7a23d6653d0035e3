using System.CommandLine;
using BgpLb.Stacks.Check;

namespace BgpLb.Stacks.Plan;

/// <summary><c>bgplb plan STACK</c>: the whole stack, from its files alone.</summary>
internal static class PlanVerb
{
    public static Command Create(Surroundings here, Option<string> project)
    {
        var stack = Arguments.Stack();
        var json = new Option<bool>("--json") { Description = "The graph as JSON, for programs." };
        var mermaid = new Option<bool>("--mermaid") { Description = "Two diagrams for Markdown: topology and graph." };
        var verb = new Command("plan", "Show what a stack makes, offline: addresses, both ends, order, failover.")
        {
            stack,
            json,
            mermaid,
        };
        verb.Validators.Add(parsed =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(mermaid))
            {
                parsed.AddError("--json and --mermaid exclude each other.");
            }
        });
        verb.SetAction(parsed =>
        {
            var planned = PlannedStack.Read(here, parsed.GetValue(project), parsed.GetValue(stack)!);
            if (planned is null)
            {
                return ExitStatus.Wrong;
            }

            planned = PlanFindings.With(planned, here.Resolve(parsed.GetValue(project) ?? "."));
            here.Output.Write(
                parsed.GetValue(json) ? PlanJson.Of(planned)
                : parsed.GetValue(mermaid) ? PlanMermaid.Of(planned)
                : PlanText.Of(planned, here.Width, here.HasColour)
            );
            return ExitStatus.Done;
        });
        return verb;
    }
}
