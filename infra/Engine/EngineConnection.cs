using BgpLb.Engine.Protocol;

namespace BgpLb.Engine;

/// <summary>
/// The engine's ear. Opening it makes the first call in the background: to connect takes longer than all else that the
/// program does, so settings are read and the graph is built meanwhile.
/// </summary>
public sealed class EngineConnection : IDisposable
{
    private EngineConnection(
        EngineClient client,
        Task<SupportsFeatureResponse> keepsSecrets,
        EngineEnvironment environment
    )
    {
        Client = client;
        KeepsSecrets = keepsSecrets;
        Environment = environment;
    }

    public EngineEnvironment Environment { get; }

    internal EngineClient Client { get; }

    /// <summary>Whether the engine takes secrets as such.</summary>
    internal Task<SupportsFeatureResponse> KeepsSecrets { get; }

    /// <summary>Reads the engine's environment variables, and begins to connect.</summary>
    /// <exception cref="EngineException">A variable is missing or malformed; the message names it.</exception>
    public static EngineConnection Open(IReadOnlyDictionary<string, string> variables)
    {
        var (monitor, engine) = EngineEnvironment.Addresses(variables);
        var (client, keepsSecrets) = Connect(monitor, engine);
        try
        {
            return new(client, keepsSecrets, EngineEnvironment.From(variables));
        }
        catch (EngineException)
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Begins to connect to the engine of an environment.</summary>
    public static EngineConnection Open(EngineEnvironment environment)
    {
        var (client, keepsSecrets) = Connect(environment.MonitorAddress, environment.EngineAddress);
        return new(client, keepsSecrets, environment);
    }

    public void Dispose() => Client.Dispose();

    private static (EngineClient Client, Task<SupportsFeatureResponse> KeepsSecrets) Connect(
        string monitor,
        string engine
    )
    {
        var client = new EngineClient(monitor, engine);
        return (client, Task.Run(() => client.SupportsAsync("secrets", CancellationToken.None)));
    }
}
