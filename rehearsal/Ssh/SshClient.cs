namespace BgpLb.Rehearsal;

/// <summary>
/// Sends commands as Pulumi's command provider does: no terminal, the command line as one request, standard input and
/// then its end. The host's key is checked against one given key; nothing of this machine's configuration, agent or
/// known hosts counts.
/// </summary>
public sealed class SshClient : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Teardown _teardown = new();
    private readonly Namespace _from;
    private readonly string[] _command;

    /// <summary>A client that logs in as root.</summary>
    /// <param name="from">Where it runs.</param>
    /// <param name="host">The server's address.</param>
    /// <param name="hostKey">The one host key to accept, in authorized_keys form.</param>
    /// <param name="privateKey">Its own key; null for a new one.</param>
    public SshClient(Namespace from, string host, string hostKey, string? privateKey = null)
    {
        _from = from;
        var folder = _teardown.AddFolder();
        var (key, known) = (Path.Combine(folder, "key"), Path.Combine(folder, "known_hosts"));
        PublicKey = _teardown.Construct(() =>
        {
            File.WriteAllText(known, $"{host} {hostKey}\n");
            return privateKey is null ? SshKey.Make(key) : SshKey.Write(key, privateKey);
        });
        _command = ["ssh", "-T", "-F", "/dev/null", "-i", key, .. Options(known), $"root@{host}", "--"];
    }

    /// <summary>To be authorized at the server, in authorized_keys form.</summary>
    public string PublicKey { get; }

    /// <summary>Runs a command line until it ends.</summary>
    /// <returns>The remote command's status; 255 when there was no connection or it broke.</returns>
    public Outcome Run(string commandLine, string stdin)
    {
        using var running = Start(commandLine, stdin);
        return running.Wait(Limit);
    }

    /// <summary>
    /// Starts a command line. <see cref="RunningProgram.Kill"/> ends the client as hard as a dead runner does (the
    /// server is told by the kernel); after <see cref="Link.Cut"/> the server is not even told that.
    /// </summary>
    public RunningProgram Start(string commandLine, string stdin) =>
        _from.Start(stdin, _command[0], [.. _command[1..], commandLine]);

    /// <summary>
    /// Runs a command line whose reader goes away after some bytes: what the command writes then has no destination.
    /// </summary>
    /// <returns>The remote command's status, without what it wrote.</returns>
    public Outcome RunUnread(string commandLine, string stdin, int bytes = 0)
    {
        const string Pipe = """length=$1; shift; "$@" 2>&1 | head -c "$length" >/dev/null; exit "${PIPESTATUS[0]}" """;
        return _from.Run(stdin, "bash", ["-c", Pipe, "unread", $"{bytes}", .. _command, commandLine]);
    }

    public void Dispose() => _teardown.Dispose();

    private static IEnumerable<string> Options(string knownHosts) =>
        new[]
        {
            "StrictHostKeyChecking=yes",
            $"UserKnownHostsFile={knownHosts}",
            "GlobalKnownHostsFile=/dev/null",
            "UpdateHostKeys=no",
            "IdentitiesOnly=yes",
            "IdentityAgent=none",
            "PreferredAuthentications=publickey",
            "BatchMode=yes",
            "ConnectTimeout=15",
            "LogLevel=ERROR",
        }.SelectMany(option => new[] { "-o", option });
}
