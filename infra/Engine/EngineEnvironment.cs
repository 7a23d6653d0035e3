namespace BgpLb.Engine;

/// <summary>What the Pulumi engine tells a program that it starts: where to call it, and for which stack.</summary>
public sealed record EngineEnvironment
{
    /// <summary>How many calls run at once when the engine does not say.</summary>
    public const int DefaultParallel = 16;

    /// <summary>Where resources are registered, <c>127.0.0.1:40123</c>.</summary>
    public required string MonitorAddress { get; init; }

    /// <summary>Where messages for the user go, <c>127.0.0.1:40124</c>.</summary>
    public required string EngineAddress { get; init; }

    public required string Project { get; init; }

    public required string Stack { get; init; }

    /// <summary>True for <c>pulumi preview</c>: nothing is made, and outputs may be unknown.</summary>
    public bool DryRun { get; init; }

    /// <summary>How many calls may run at once; at least 1.</summary>
    public int Parallel { get; init; } = DefaultParallel;

    /// <summary>Null where the engine does not say.</summary>
    public string? Organization { get; init; }

    /// <summary>The folder of <c>Pulumi.yaml</c>; null where the engine does not say.</summary>
    public string? RootDirectory { get; init; }

    /// <summary>The stack's configuration by full key, <c>project:key</c>; objects and arrays are JSON texts.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The full keys whose values are secret.</summary>
    public IReadOnlySet<string> SecretKeys { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Whether the engine started this program; if not, a person did.</summary>
    public static bool IsGiven(IReadOnlyDictionary<string, string> variables) =>
        variables.ContainsKey(EngineVariables.Monitor);

    /// <summary>Reads the engine's environment variables.</summary>
    /// <exception cref="EngineException">One is missing or malformed; the message names it.</exception>
    public static EngineEnvironment From(IReadOnlyDictionary<string, string> variables)
    {
        var (monitor, engine) = Addresses(variables);
        var read = new EngineVariables(variables);
        return new()
        {
            MonitorAddress = monitor,
            EngineAddress = engine,
            Project = read.Required(EngineVariables.Project),
            Stack = read.Required(EngineVariables.Stack),
            DryRun = read.Flag(EngineVariables.DryRun),
            Parallel = read.Count(EngineVariables.Parallel, DefaultParallel),
            Organization = read.Optional(EngineVariables.Organization),
            RootDirectory = read.Optional(EngineVariables.RootDirectory),
            Config = read.Texts(EngineVariables.Config),
            SecretKeys = read.Names(EngineVariables.SecretKeys),
        };
    }

    internal static (string Monitor, string Engine) Addresses(IReadOnlyDictionary<string, string> variables)
    {
        var read = new EngineVariables(variables);
        return (read.Required(EngineVariables.Monitor), read.Required(EngineVariables.Engine));
    }

    /// <summary>The environment variables of this process: the one place that reads them.</summary>
    public static IReadOnlyDictionary<string, string> VariablesOfThisProcess()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables;
    }
}
