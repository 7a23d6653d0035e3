using System.Text.Json.Nodes;

namespace BgpLb.Rehearsal.Execution;

/// <summary><c>command:remote:Command</c>: scripts over SSH, the host's key checked, from the lab's runner.</summary>
/// <param name="runners">Where a script for a router runs from, by the router's host key.</param>
internal sealed class CommandProvider(IReadOnlyDictionary<string, Namespace> runners) : IProvider
{
    /// <summary>A confirmation may wait for the router's revert timer, an hour at most.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(70);

    private RunningProgram? _running;

    /// <summary>The script that runs now, as a runner that dies would leave it.</summary>
    public RunningProgram? Running => _running;

    /// <summary>Whether that waits for a router's word.</summary>
    public bool IsConfirming { get; private set; }

    public bool Makes(string type) => type == "command:remote:Command";

    // Without a command for updates the one for creations runs again.
    public JsonObject Make(string type, JsonObject inputs, Made? before) =>
        new() { ["stdout"] = Run(inputs, $"{inputs["update"] ?? inputs["create"]}") };

    public void Delete(string type, Made what)
    {
        if (what.Inputs["delete"] is { } command)
        {
            _ = Run(what.Inputs, $"{command}");
        }
    }

    private string Run(JsonObject inputs, string commandLine)
    {
        var connection = inputs["connection"]!;
        using var client = new SshClient(
            runners[$"{connection["hostKey"]}"],
            $"{connection["host"]}",
            $"{connection["hostKey"]}",
            $"{connection["privateKey"]}"
        );
        using var running = client.Start(commandLine, $"{inputs["stdin"]}");
        IsConfirming = commandLine.Contains("confirm", StringComparison.Ordinal);
        _running = running;
        try
        {
            var outcome = running.Wait(Limit);
            return outcome.Status == 0
                ? outcome.Output
                : throw new RehearsalException($"exit status {outcome.Status}: {outcome.All.Trim()}");
        }
        finally
        {
            _running = null;
        }
    }
}
