namespace BgpLb.Rehearsal;

/// <summary>
/// A router: a real FRR with bridges for its subnets and a server for SSH, in a network namespace and with a file
/// system of its own, so that what scripts keep at fixed places does not meet that of other gateways or the machine.
/// </summary>
public sealed class Gateway : IDisposable
{
    private readonly Teardown _teardown = new();
    private readonly GatewayOptions _options;
    private readonly List<Segment> _segments = [];
    private readonly GatewayRoot _root;
    private readonly Routing _routing;
    private readonly KernelSettings _kernel;
    private readonly Lock _power = new();

    public Gateway(GatewayOptions options)
    {
        _options = options;
        (Namespace, _root, Ssh) = _teardown.Construct(() =>
        {
            var network = _teardown.Add(new Namespace());
            var root = _teardown.Add(new GatewayRoot(network, options.DiskSize));
            _teardown.Add(() => network.EndProcesses(root.Holder));
            return (network, root, _teardown.Add(new SshServer(root)));
        });
        _kernel = new(_root);
        _routing = new(_root, Namespace.Name);
        _teardown.Construct(BuildAll);
    }

    /// <summary>Its network; programs that are started there see the machine's files, not the gateway's.</summary>
    public Namespace Namespace { get; }

    /// <summary>Its server for SSH, started when first asked for a client.</summary>
    public SshServer Ssh { get; }

    /// <summary>What FRR runs, passwords included.</summary>
    public string RunningConfiguration => Vtysh("show running-config");

    /// <summary>What FRR starts with.</summary>
    public string SavedConfiguration => File.ReadAllText(PathOf(_routing.ConfigurationFile));

    /// <summary>What FRR has logged.</summary>
    public string Log => File.ReadAllText(PathOf(Routing.Log));

    /// <summary>What a start ends with, before anybody can log in, where FRR is not all that has a configuration.</summary>
    internal Action? Started { get; set; }

    /// <summary>Where this machine sees a file of the gateway's, given by its absolute path there.</summary>
    public string PathOf(string path) => _root.PathOf(path);

    /// <summary>Runs a command of FRR's shell.</summary>
    /// <exception cref="RehearsalException">It failed.</exception>
    public string Vtysh(string command) => _routing.Vtysh(command);

    /// <summary>Enters configuration lines as a person would; they run, and are not saved.</summary>
    /// <exception cref="RehearsalException">One is wrong; the others run.</exception>
    public void Enter(string lines) => _routing.Enter(lines);

    /// <summary>Makes what runs what FRR starts with.</summary>
    public void Save() => Vtysh("write memory");

    /// <summary>A setting of its kernel, as <c>net.ipv4.fib_multipath_hash_policy</c>.</summary>
    public string Kernel(string key) => _kernel[key];

    /// <summary>Runs a command line as root's shell does, without SSH.</summary>
    public Outcome Run(string commandLine, string stdin) => _root.Run(stdin, "bash", "-c", commandLine);

    /// <summary>Runs a program on the gateway, which sees the gateway's files.</summary>
    public RunningProgram Start(string commandLine, string stdin) => _root.Start(stdin, "bash", "-c", commandLine);

    /// <summary>A client that may log in and knows the host's key.</summary>
    /// <param name="from">Where it runs; null for the gateway's own network.</param>
    /// <param name="address">Which address of the gateway's it calls; null for the first.</param>
    public SshClient Connect(Namespace? from = null, string? address = null)
    {
        if (!Ssh.IsRunning)
        {
            Ssh.Start();
        }

        var client = new SshClient(from ?? Namespace, address ?? _segments[0].FirstAddress, Ssh.HostKey);
        Ssh.Authorize(client.PublicKey);
        return client;
    }

    /// <summary>Plugs a new host into a segment.</summary>
    /// <param name="segment">By its interface's name; null for the first.</param>
    /// <param name="addresses">With their prefix lengths.</param>
    public Host Attach(string? segment, params IReadOnlyList<string> addresses) =>
        new(Namespace, SegmentOf(segment), addresses);

    /// <summary>Gives it one more subnet.</summary>
    public void Add(Segment segment)
    {
        segment.Build(Namespace, _segments.Count);
        _segments.Add(segment);
    }

    /// <summary>Ends FRR in good order and starts it again; nothing else on the gateway is touched.</summary>
    /// <param name="loadSaved">Whether it starts with what was saved, or with nothing.</param>
    public void RestartRouting(bool loadSaved = true)
    {
        _routing.Stop();
        _routing.Start(loadSaved);
    }

    /// <summary>Ends one of FRR's daemons at once, as a crash would: <c>bgpd</c>, <c>zebra</c>, <c>staticd</c>.</summary>
    public void KillDaemon(string daemon) => _routing.Kill(daemon);

    /// <summary>Cuts the power: see <see cref="PowerOff"/> and <see cref="PowerOn"/>.</summary>
    /// <param name="loadSaved">Whether FRR starts with what was saved, or with nothing.</param>
    public void Reboot(bool loadSaved = true)
    {
        // The gateway may come to reboot of its own accord.
        lock (_power)
        {
            PowerOff();
            PowerOn(loadSaved);
        }
    }

    /// <summary>Ends all processes at once, without a word to the nodes.</summary>
    public void PowerOff()
    {
        foreach (var segment in _segments)
        {
            segment.SwitchOff(Namespace);
        }

        Namespace.EndProcesses(spared: _root.Holder);
    }

    /// <summary>
    /// Starts anew with what is on the disk: locks and files in memory are gone, kernel settings are the first ones and
    /// what <c>/etc/sysctl.d</c> says, and the server for SSH runs if it ran before.
    /// </summary>
    public void PowerOn(bool loadSaved = true)
    {
        _root.Boot();
        _kernel.Boot();
        foreach (var segment in _segments)
        {
            segment.SwitchOn(Namespace);
        }

        _routing.Start(loadSaved);
        Started?.Invoke();
        if (Ssh.IsWanted)
        {
            Ssh.Start();
        }
    }

    /// <summary>Leaves no room on the disk; needs <see cref="GatewayOptions.DiskSize"/>.</summary>
    public void FillDisk() => _root.FillDisk();

    /// <summary>Undoes <see cref="FillDisk"/>.</summary>
    public void EmptyDisk() => _root.EmptyDisk();

    /// <summary>Ends all its processes and leaves nothing of it on the machine.</summary>
    public void Dispose() => _teardown.Dispose();

    internal Segment SegmentOf(string? name) =>
        _segments.Find(segment => name is null || segment.Interface == name)
        ?? throw new RehearsalException($"the gateway has no segment {name}");

    private void BuildAll()
    {
        foreach (var segment in _options.Segments)
        {
            Add(segment);
        }

        _kernel["net.ipv4.ip_forward"] = "1";
        _kernel["net.ipv6.conf.all.forwarding"] = "1";
        _kernel.Remember();
        _root.Boot();
        _routing.Start(loadSaved: false);
        Enter(_options.Configuration);
        Save();
    }
}
