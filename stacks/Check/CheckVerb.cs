using System.CommandLine;
using BgpLb.Policies;
using BgpLb.Policies.Model;

namespace BgpLb.Stacks.Check;

/// <summary><c>bgplb check STACK…</c>: the policies, offline.</summary>
internal static class CheckVerb
{
    public static Command Create(Surroundings here, Option<string> project)
    {
        var stacks = new Argument<string[]>("STACK")
        {
            Description = "The stacks, by the names of their files.",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command(
            "check",
            "Judge stacks by the policies, offline: exit status 1 where one stands against them."
        )
        {
            stacks,
        };
        verb.SetAction(parsed => Run(here, parsed.GetValue(project), parsed.GetValue(stacks)!));
        return verb;
    }

    private static int Run(Surroundings here, string? project, IReadOnlyList<string> names)
    {
        var planned = names.Select(name => PlannedStack.Read(here, project, name)).ToArray();
        if (planned.Any(stack => stack is null))
        {
            return ExitStatus.Wrong;
        }

        var passed = true;
        foreach (var stack in planned)
        {
            var verdict = Judging.Judge(PlannedResources.Of(stack!.Graph), new(stack.Reading!.Settings!.Policies));
            passed &= verdict.Passed;
            foreach (var finding in verdict.Findings)
            {
                here.Output.WriteLine($"{finding.Rule}: {finding.Path}\n  {finding.Message}\n  {finding.Remedy}");
            }
        }

        return passed ? ExitStatus.Done : ExitStatus.Failed;
    }
}
