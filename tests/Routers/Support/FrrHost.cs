using System.Globalization;
using BgpLb.Rehearsal;
using BgpLb.Routers;

namespace BgpLb.Tests.Routers.Support;

/// <summary>A real FRR in a network namespace of its own, on a bridge if it is the first, plugged into it if not.</summary>
internal sealed class FrrHost : IDisposable
{
    private const string Daemons = "/usr/lib/frr";
    private static readonly string[] Names = ["zebra", "staticd", "bgpd"];
    private static int s_count;

    private readonly string _name = $"bgplb{Environment.ProcessId % 100000}x{Interlocked.Increment(ref s_count)}";
    private readonly string _files;
    private readonly List<int> _processes = [];

    /// <param name="bridge">Whose bridge to plug into; null for a bridge of its own.</param>
    public FrrHost(FrrHost? bridge, string configuration, params string[] addresses)
    {
        _files = Directory.CreateTempSubdirectory("bgplb-frr").FullName;
        foreach (var folder in (string[])["bin", "sysctl.d", "lib", "lock"])
        {
            Directory.CreateDirectory(Path.Combine(_files, folder));
        }

        Shell.Do("ip", "netns", "add", _name);
        Shell.Do("ip", "-n", _name, "link", "set", "lo", "up");
        Plug(bridge);
        foreach (var address in addresses)
        {
            Shell.Do("ip", ["-n", _name, "address", "add", address, "dev", "eth0", .. NoWait(address)]);
        }

        Shell.Do("ip", "-n", _name, "link", "set", "eth0", "up");
        Start(configuration);
    }

    /// <summary>Whether this machine can have one.</summary>
    public static bool IsPossible =>
        Environment.UserName == "root" && File.Exists($"{Daemons}/bgpd") && Shell.Has("vtysh") && Shell.Has("ip");

    /// <summary>Its network namespace, and what FRR calls its own folders.</summary>
    public string Name => _name;

    /// <summary>The folder with the vtysh that speaks to this FRR.</summary>
    public string Programs => Path.Combine(_files, "bin");

    public string RunningConfiguration => Vtysh("show running-config");

    public string SavedConfiguration => File.ReadAllText($"/etc/frr/{_name}/frr.conf");

    /// <summary>What the script keeps on the router, and the kernel settings of the next start.</summary>
    public IEnumerable<string> OwnFiles =>
        Directory
            .EnumerateFileSystemEntries(_files, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(_files, path))
            .Where(path => path.Contains("/bgplb.") || path.Contains("/90-"));

    public string Vtysh(string command) => Shell.Do("ip", "netns", "exec", _name, "vtysh", "-N", _name, "-c", command);

    public string Kernel(string key) => Shell.Do("ip", "netns", "exec", _name, "sysctl", "-n", key).Trim();

    /// <summary>Enters configuration lines as a person would.</summary>
    public void Enter(string lines)
    {
        var path = Path.Combine(_files, "entered");
        File.WriteAllText(path, lines);
        Shell.Do("ip", "netns", "exec", _name, "vtysh", "-N", _name, "-f", path);
    }

    /// <summary>
    /// Runs a script's command line on this host, as an SSH server would: its vtysh speaks to this FRR, and the folders
    /// that it writes to are this host's own.
    /// </summary>
    public Outcome Run(string commandLine, string stdin) =>
        Shell.Run(
            stdin,
            "ip",
            "netns",
            "exec",
            _name,
            "bash",
            "-c",
            $"""
            mount --bind {_files}/sysctl.d /etc/sysctl.d && mount --bind {_files}/lib /var/lib &&
            mount --bind {_files}/lock /run/lock && export PATH={_files}/bin:$PATH && exec {commandLine}
            """
        );

    public void Dispose()
    {
        foreach (var process in _processes)
        {
            Shell.Run("", "kill", $"{process}");
        }

        Shell.Run("", "ip", "netns", "delete", _name);
        foreach (var folder in (string[])[$"/etc/frr/{_name}", $"/var/run/frr/{_name}", _files])
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static string[] NoWait(string address) => address.Contains(':') ? ["nodad"] : [];

    private void Plug(FrrHost? bridge)
    {
        if (bridge is null)
        {
            Shell.Do("ip", "-n", _name, "link", "add", "eth0", "type", "bridge");
            return;
        }

        string[] peer = ["peer", "name", _name, "netns", bridge._name];
        Shell.Do("ip", ["-n", _name, "link", "add", "eth0", "type", "veth", .. peer]);
        Shell.Do("ip", "-n", bridge._name, "link", "set", _name, "master", "eth0", "up");
    }

    private void Start(string configuration)
    {
        foreach (var folder in (string[])[$"/etc/frr/{_name}", $"/var/run/frr/{_name}"])
        {
            Directory.CreateDirectory(folder);
            Shell.Do("chown", "frr:frr", folder);
        }

        File.WriteAllText($"/etc/frr/{_name}/vtysh.conf", "service integrated-vtysh-config\n");
        File.WriteAllText($"/etc/frr/{_name}/frr.conf", "");
        File.WriteAllText(Path.Combine(_files, "bin", "vtysh"), $"#!/bin/sh\nexec /usr/bin/vtysh -N {_name} \"$@\"\n");
        Shell.Do("chmod", "+x", Path.Combine(_files, "bin", "vtysh"));
        foreach (var daemon in Names)
        {
            Shell.Do("ip", "netns", "exec", _name, $"{Daemons}/{daemon}", "-N", _name, "-d", "--log", "syslog");
            var pid = File.ReadAllText($"/var/run/frr/{_name}/{daemon}.pid");
            _processes.Add(int.Parse(pid, CultureInfo.InvariantCulture));
        }

        Enter(configuration);
        Vtysh("write memory");
    }
}
