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
    /// <param name="folder">Where the project's files are when the engine does not say.</param>
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> variables, string folder)
    {
        EngineEnvironment environment;
        try
        {
            environment = EngineEnvironment.From(variables);
        }
        catch (EngineException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return Registration.Failed;
        }

        using var interruption = new Interruption();
        var reading = SettingsReading.FromEngine(
            environment.Project,
            environment.Stack,
            environment.Config,
            environment.SecretKeys,
            environment.RootDirectory ?? folder
        );
        return reading.Settings is { } settings && Designer.Design(reading) is { Design: { } design }
            ? await Registration.RunAsync(StackGraph.Build(design, settings.Secrets), environment, interruption.Token)
            : await FailAsync(environment, Designer.Design(reading).Problems, interruption);
    }

    private static Task<int> FailAsync(
        EngineEnvironment environment,
        IEnumerable<Problem> problems,
        Interruption interruption
    ) =>
        Registration.FailAsync(
            environment,
            [.. problems.Select(problem => $"{environment.Project}:{problem}")],
            interruption.Token
        );
}
