using System.CommandLine;
using System.CommandLine.Invocation;
using BgpLb.Stacks.Plan;
using BgpLb.Stacks.Render;

namespace BgpLb.Stacks;

/// <summary>The command <c>bgplb</c>: its verbs, and what happens when what was typed is wrong.</summary>
internal static class CommandLine
{
    /// <summary>Runs one verb with the process's own output.</summary>
    /// <returns>The exit status, as in <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var here = Surroundings.OfProcess();
        var status = await RunAsync(args, here);
        await here.Output.FlushAsync();
        return status;
    }

    /// <summary>Runs one verb.</summary>
    /// <returns>The exit status, as in <see cref="ExitStatus"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings here)
    {
        var parsed = Create(here).Parse(args);
        var invocation = new InvocationConfiguration { Output = here.Output, Error = here.Error };
        if (parsed.Action is not ParseErrorAction mistake)
        {
            return await parsed.InvokeAsync(invocation);
        }

        mistake.ShowHelp = false;
        invocation.Output = here.Error;
        await parsed.InvokeAsync(invocation);
        await here.Error.WriteLineAsync($"Help: {NameOf(parsed.CommandResult.Command)} --help");
        return ExitStatus.Wrong;
    }

    private static RootCommand Create(Surroundings here)
    {
        var project = Arguments.Project();
        return new("Load-balancer addresses for Kubernetes, announced by BGP: both ends from one description.")
        {
            project,
            PlanVerb.Create(here, project),
            RenderVerb.Create(here, project),
        };
    }

    private static string NameOf(Command command) => command is RootCommand ? "bgplb" : $"bgplb {command.Name}";
}
