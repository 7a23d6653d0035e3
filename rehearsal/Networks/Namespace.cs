namespace BgpLb.Rehearsal;

/// <summary>A network namespace: a network stack of its own, with the processes that were started in it.</summary>
public sealed class Namespace : IDisposable
{
    private readonly Teardown _teardown = new();

    /// <summary>Makes one with nothing but a loopback interface.</summary>
    public Namespace() =>
        _teardown.Construct(() =>
        {
            Shell.Do("ip", "netns", "add", Name);
            _teardown.Add(() => Shell.Do("ip", "netns", "delete", Name));
            _teardown.Add(() => EndProcesses());
            Ip("link", "set", "lo", "up");
            // Addresses serve at once: nobody else can have them here.
            Do("sysctl", "-q", "-w", "net.ipv6.conf.all.accept_dad=0", "net.ipv6.conf.default.accept_dad=0");
        });

    /// <summary>The name that <c>ip netns</c> knows it by.</summary>
    public string Name { get; } = Names.Next();

    /// <summary>The numbers of the processes that run in it.</summary>
    public IReadOnlyList<int> Processes =>
        [.. Shell.Do("ip", "netns", "pids", Name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    /// <summary>Runs <c>ip</c> on it.</summary>
    public string Ip(params ReadOnlySpan<string> arguments) => Shell.Do("ip", ["-n", Name, .. arguments]);

    /// <summary>Gives an interface an address with its prefix length.</summary>
    public void AddAddress(string link, string address)
    {
        ReadOnlySpan<string> noWait = address.Contains(':') ? ["nodad"] : [];
        Ip(["address", "replace", address, "dev", link, .. noWait]);
    }

    /// <summary>Starts a program in it.</summary>
    public RunningProgram Start(string stdin, string program, params ReadOnlySpan<string> arguments) =>
        Shell.Start(stdin, "ip", ["netns", "exec", Name, program, .. arguments]);

    /// <summary>Runs a program in it until it ends.</summary>
    public Outcome Run(string stdin, string program, params ReadOnlySpan<string> arguments) =>
        Shell.Run(stdin, "ip", ["netns", "exec", Name, program, .. arguments]);

    /// <summary>Runs a program in it that has to succeed, and returns what it wrote.</summary>
    /// <exception cref="RehearsalException">It failed.</exception>
    public string Do(string program, params ReadOnlySpan<string> arguments) =>
        Shell.Do("ip", ["netns", "exec", Name, program, .. arguments]);

    /// <summary>Ends its processes at once and waits until they are gone.</summary>
    /// <param name="spared">The number of one that stays; null for none.</param>
    public void EndProcesses(int? spared = null) =>
        Poll.Until(
            $"the end of all processes in {Name}",
            () =>
            {
                // One may start another while it is being ended.
                int[] left = [.. Processes.Where(id => id != spared)];
                ProcessTable.Kill(left);
                return left.Length == 0;
            }
        );

    /// <summary>Ends its processes and deletes it, with all its interfaces.</summary>
    public void Dispose() => _teardown.Dispose();
}
