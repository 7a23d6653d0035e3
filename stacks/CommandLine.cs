using System.CommandLine;
using System.CommandLine.Invocation;
using BgpLb.Stacks.Check;
using BgpLb.Stacks.Plan;
using BgpLb.Stacks.Rehearse;
using BgpLb.Stacks.Render;
using BgpLb.Stacks.Unifi;

namespace BgpLb.Stacks;

/// <summary>The command <c>bgplb</c>: its verbs, and what happens when what was typed is wrong.</summary>
internal static class CommandLine
{
    /// <summary>Runs one verb with the process's own output.</summary>
    /// <returns>The exit status, as in <see cref="ExitStatus"/>.</returns>
    public static int Run(IReadOnlyList<string> args)
    {
        var here = Surroundings.OfProcess();
        var status = Run(args, here);
        here.Flush();
        return status;
    }

    /// <summary>Runs one verb.</summary>
    /// <returns>The exit status, as in <see cref="ExitStatus"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Surroundings here)
    {
        var root = Create(here);
        if (args.Count == 0)
        {
            root.Parse("--help").Invoke(new() { Output = here.Error, Error = here.Error });
            return ExitStatus.Wrong;
        }

        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            UsageReport.Write(here.Error, parsed);
            return ExitStatus.Wrong;
        }

        return parsed.Invoke(new() { Output = here.Output, Error = here.Error });
    }

    /// <summary>The command with all verbs.</summary>
    internal static RootCommand Create(Surroundings here)
    {
        var project = Arguments.Project();
        return new("Load-balancer addresses for Kubernetes, announced by BGP: both ends from one description.")
        {
            project,
            PlanVerb.Create(here, project),
            RenderVerb.Create(here, project),
            CheckVerb.Create(here, project),
            RehearseVerb.Create(here, project),
            LabVerb.Create(here, project),
            UnifiApiVerb.Create(here),
        };
    }
}
