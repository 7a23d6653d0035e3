using BgpLb.Graph;

namespace BgpLb.Engine;

/// <summary>Registers a graph with the Pulumi engine.</summary>
public static class Registration
{
    /// <summary>All is well.</summary>
    public const int Done = 0;

    /// <summary>The engine could not be worked with; a line on standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>An error that the engine has shown to its user already: Pulumi adds nothing to it.</summary>
    public const int FailedAndLogged = 32;

    /// <summary>Interrupted, by Ctrl-C or a request to end.</summary>
    public const int Interrupted = 130;

    /// <summary>
    /// Registers every resource as soon as what it needs is registered, then the outputs, and returns the exit code
    /// for the engine. A failure is logged with its resource, and ends the rest. Prints nothing when all is well.
    /// </summary>
    public static Task<int> RunAsync(
        ResourceGraph graph,
        EngineConnection engine,
        CancellationToken cancellation = default
    ) => RunAsync(graph, engine, Console.Error, cancellation);

    /// <summary>The same with a connection of its own.</summary>
    public static async Task<int> RunAsync(
        ResourceGraph graph,
        EngineEnvironment environment,
        CancellationToken cancellation = default
    )
    {
        using var engine = EngineConnection.Open(environment);
        return await RunAsync(graph, engine, cancellation);
    }

    internal static Task<int> RunAsync(
        ResourceGraph graph,
        EngineConnection engine,
        TextWriter errors,
        CancellationToken cancellation
    ) => EngineSession.RunAsync(engine.Client, errors, new GraphRegistration(graph, engine).RunAsync, cancellation);

    /// <summary>
    /// Shows errors that came up before there was a graph, each as one of the stack's, and returns the exit code for
    /// the engine.
    /// </summary>
    public static Task<int> FailAsync(
        EngineConnection engine,
        IReadOnlyCollection<string> messages,
        CancellationToken cancellation = default
    ) => FailAsync(engine, messages, Console.Error, cancellation);

    /// <summary>The same with a connection of its own.</summary>
    public static async Task<int> FailAsync(
        EngineEnvironment environment,
        IReadOnlyCollection<string> messages,
        CancellationToken cancellation = default
    )
    {
        using var engine = EngineConnection.Open(environment);
        return await FailAsync(engine, messages, cancellation);
    }

    internal static Task<int> FailAsync(
        EngineConnection engine,
        IReadOnlyCollection<string> messages,
        TextWriter errors,
        CancellationToken cancellation
    ) =>
        EngineSession.RunAsync(
            engine.Client,
            errors,
            _ => Task.FromResult<IReadOnlyList<Failure>>([.. messages.Select(message => new Failure(message, ""))]),
            cancellation
        );
}
