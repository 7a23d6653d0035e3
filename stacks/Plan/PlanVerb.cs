using System.CommandLine;

namespace BgpLb.Stacks.Plan;

/// <summary><c>bgplb plan STACK</c>: the whole stack, from its files alone.</summary>
internal static class PlanVerb
{
    public static Command Create(Surroundings here, Option<string> project)
    {
        var stack = new Argument<string>("STACK") { Description = "The stack's name: its file is Pulumi.STACK.yaml." };
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
            var folder = here.Resolve(parsed.GetValue(project)!);
            if (PlannedStack.Read(here, folder, parsed.GetValue(stack)!) is not { } planned)
            {
                return ExitStatus.Wrong;
            }

            here.Output.Write(PlanJson.Of(planned));
            return ExitStatus.Done;
        });
        return verb;
    }
}
