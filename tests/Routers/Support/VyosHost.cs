using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Support;

/// <summary>A stand-in for VyOS's shell interface; what it is and is not stands in vyos-stand-in/vyos.sh.</summary>
internal sealed class VyosHost : IDisposable
{
    private static readonly string StandIn = Path.Combine(Repository.Root, "tests", "Routers", "vyos-stand-in");
    private static readonly string[] Folders =
    [
        "bin",
        "vyos",
        "lock",
        "config",
        "opt/vyatta/sbin",
        "opt/vyatta/etc/functions",
    ];
    private static readonly string[] Tools = ["cli-shell-api", "vyos-config-to-commands", "sg"];
    private static readonly string[] Editors = ["my_set", "my_delete", "my_commit", "my_discard"];

    private const string MountPoint = "/config";

    private readonly bool _madeMountPoint;
    private readonly string _files = Directory.CreateTempSubdirectory("bgplb-vyos").FullName;

    public VyosHost(string active)
    {
        foreach (var folder in Folders)
        {
            Directory.CreateDirectory(Path.Combine(_files, folder));
        }

        var program = Path.Combine(_files, "vyos.sh");
        File.Copy(Path.Combine(StandIn, "vyos.sh"), program);
        Shell.Do("chmod", "+x", program);
        string[] names = [.. Tools.Select(tool => $"bin/{tool}"), .. Editors.Select(tool => $"opt/vyatta/sbin/{tool}")];
        foreach (var name in names)
        {
            File.CreateSymbolicLink(Path.Combine(_files, name), program);
        }

        File.CreateSymbolicLink(Path.Combine(_files, "bin", "vbash"), "/bin/bash");
        File.Copy(
            Path.Combine(StandIn, "script-template"),
            Path.Combine(_files, "opt", "vyatta", "etc", "functions", "script-template")
        );
        Write("vyos/active", active);
        // The place where the run's own folder is mounted; only a VyOS has it.
        _madeMountPoint = !Directory.Exists(MountPoint);
        Directory.CreateDirectory(MountPoint);
    }

    public static bool IsPossible => Environment.UserName == "root" && Shell.Has("unshare");

    /// <summary>What runs: sorted statements.</summary>
    public string Active => string.Join('\n', Read("vyos/active").Split('\n').Order(StringComparer.Ordinal));

    public string Saved => string.Join('\n', Read("config/config.boot").Split('\n').Order(StringComparer.Ordinal));

    /// <summary>What stood in the command lines of all programs so far.</summary>
    public string Arguments => Read("vyos/arguments");

    public IEnumerable<string> OwnFiles =>
        Directory.EnumerateFileSystemEntries(Path.Combine(_files, "config"), "bgplb*");

    /// <summary>Makes the next commit, or every save, fail.</summary>
    public void Fail(string what) => Write($"vyos/{what}", "");

    public void Mend(string what) => File.Delete(Path.Combine(_files, "vyos", what));

    public Outcome Run(string commandLine, string stdin) =>
        Shell.Run(
            stdin,
            "unshare",
            "--mount",
            "bash",
            "-c",
            $"""
            mount --bind {_files}/opt /opt && mount --bind {_files}/lock /run/lock && mount --bind {_files}/config /config &&
            export VYOS={_files}/vyos PATH={_files}/bin:$PATH && {commandLine}
            """
        );

    public void Dispose()
    {
        Directory.Delete(_files, recursive: true);
        if (_madeMountPoint)
        {
            Directory.Delete(MountPoint);
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_files, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(_files, name));
}
