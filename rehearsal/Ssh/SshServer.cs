namespace BgpLb.Rehearsal;

/// <summary>OpenSSH's server on a gateway, port 22 on all its addresses: root, by key only.</summary>
public sealed class SshServer : IDisposable
{
    private const string HostKeyFile = "/etc/ssh/ssh_host_ed25519_key";
    private const string AuthorizedKeys = "/etc/ssh/authorized_keys";

    private const string Configuration = $"""
        Port 22
        HostKey {HostKeyFile}
        AuthorizedKeysFile {AuthorizedKeys}
        PermitRootLogin prohibit-password
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        UsePAM no
        UseDNS no
        PidFile none
        PrintMotd no
        LogLevel VERBOSE

        """;

    private readonly GatewayRoot _root;
    private RunningProgram? _server;

    internal SshServer(GatewayRoot root)
    {
        _root = root;
        File.WriteAllText(root.PathOf("/etc/ssh/sshd_config"), Configuration);
        File.WriteAllText(root.PathOf(AuthorizedKeys), "");
        HostKey = SshKey.Make(root.PathOf(HostKeyFile));
    }

    /// <summary>The public half of the host's key, in authorized_keys form.</summary>
    public string HostKey { get; private set; }

    /// <summary>Whether it runs.</summary>
    public bool IsRunning => _server is { HasEnded: false };

    /// <summary>Whether it runs, or has been ended together with the gateway.</summary>
    internal bool IsWanted => _server is not null;

    /// <summary>What the server has said since it was started last.</summary>
    public string Log => _server?.Written ?? "";

    /// <summary>Starts it, and returns when it listens.</summary>
    public void Start()
    {
        Stop();
        _server = _root.Start("", "/usr/sbin/sshd", "-D", "-e", "-f", "/etc/ssh/sshd_config");
        _server.AwaitText("Server listening on :: port 22");
    }

    /// <summary>Ends the server; connections that stand live on.</summary>
    public void Stop()
    {
        _server?.Dispose();
        _server = null;
    }

    /// <summary>Gives the host another key, as a reinstalled router has, or an impostor, and starts anew.</summary>
    public void ChangeHostKey()
    {
        HostKey = SshKey.Make(_root.PathOf(HostKeyFile));
        Start();
    }

    /// <summary>Lets a client in from now on.</summary>
    /// <param name="publicKey">In authorized_keys form.</param>
    public void Authorize(string publicKey) => File.AppendAllText(_root.PathOf(AuthorizedKeys), $"{publicKey}\n");

    public void Dispose() => Stop();
}
