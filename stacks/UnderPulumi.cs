using BgpLb.Components;
using BgpLb.Design;
using BgpLb.Engine;
using BgpLb.Settings;

namespace BgpLb.Stacks;

/// <summary>What the program does when the Pulumi engine starts it: it registers the stack's graph.</summary>
internal static class UnderPulumi
{
    /// <summary>Runs to the end and returns the exit code for the engine.</summary>
    /// <param name="variables">The environment variables of the process.</param>
    /// <param name="folder">The program's folder; the project's files are there when the engine does not say.</param>
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, string folder)
    {
        EngineConnection engine;
        try
        {
            // Its first call runs while the settings are read and the graph is built.
            engine = EngineConnection.Open(variables);
        }
        catch (EngineException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Registration.Failed;
        }

        using (engine)
        {
            using var interruption = new Interruption();
            return await RunAsync(engine, folder, interruption.Token);
        }
    }

    private static Task<int> RunAsync(EngineConnection engine, string folder, CancellationToken cancellation)
    {
        var environment = engine.Environment;
        var reading = SettingsReading.FromEngine(
            environment.Project,
            environment.Stack,
            environment.Config,
            environment.SecretKeys,
            environment.RootDirectory ?? folder
        );
        var designed = Designer.Design(reading);
        return reading.Settings is { } settings && designed.Design is { } design
            ? Registration.RunAsync(
                StackGraph.Build(
                    design,
                    settings.Secrets,
                    asksStacks: true,
                    ProgramStart.Of(Environment.ProcessPath, folder, environment.RootDirectory ?? folder)
                ),
                engine,
                cancellation
            )
            : Registration.FailAsync(
                engine,
                [.. designed.Problems.Select(problem => $"{environment.Project}:{problem}")],
                cancellation
            );
    }
}
