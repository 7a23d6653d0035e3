using System.Globalization;
using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Support;

/// <summary>
/// The stand-in for VyOS of <c>rehearsal/VyosStandIn</c>, where its README says what it is and is not, on files alone: no
/// commit goes to an FRR. <see cref="VyosGateway"/> is the whole of it.
/// </summary>
internal sealed class VyosHost : IDisposable
{
    public static readonly string StandIn = Path.Combine(Repository.Root, "rehearsal", "VyosStandIn");

    /// <summary>Where each run's own folder is mounted. It is left in place, empty: others may be using it.</summary>
    private const string MountPoint = "/config";

    private readonly string _files = Directory.CreateTempSubdirectory("bgplb-vyos").FullName;

    /// <summary>Its /run, in memory as it is there.</summary>
    private readonly string _run = $"/dev/shm/bgplb-vyos-{Guid.NewGuid():N}";

    /// <param name="active">What runs, as statements.</param>
    /// <param name="secondsPerMinute">How long a minute of a commit-confirm is.</param>
    public VyosHost(string active, double secondsPerMinute = 60)
    {
        Shell.Do("bash", Path.Combine(StandIn, "install.sh"), _files);
        Shell.Do("mkdir", "-m", "755", _run);
        // An FRR without BGP: one that does not answer would keep every change from being confirmed.
        Write("bin/vtysh", "#!/bin/sh\necho '{}'\n");
        Shell.Do("chmod", "+x", Path.Combine(_files, "bin", "vtysh"));
        Write("vyos/active", active);
        Write("vyos/settings", string.Create(CultureInfo.InvariantCulture, $"MINUTE={secondsPerMinute}\n"));
        Directory.CreateDirectory(MountPoint);
    }

    public static bool IsPossible => Environment.UserName == "root" && Shell.Has("unshare");

    /// <summary>What runs: sorted statements.</summary>
    public string Active => Sorted(Read("vyos/active"));

    public string Saved =>
        Sorted(
            Shell.Do("awk", "-f", Path.Combine(StandIn, "commands.awk"), Path.Combine(_files, "config/config.boot"))
        );

    /// <summary>What stood in the command lines of all programs so far.</summary>
    public string Arguments => Read("vyos/arguments");

    public IEnumerable<string> OwnFiles =>
        Directory.EnumerateFileSystemEntries(Path.Combine(_files, "config"), "bgplb*");

    /// <summary>Makes the next commit, or every save, fail.</summary>
    public void Fail(string what) => Write($"vyos/{what}", "");

    /// <summary>What a person adds by hand.</summary>
    public void Add(string statement) => Write("vyos/active", $"{Read("vyos/active")}{statement}\n");

    public void Mend(string what) => File.Delete(Path.Combine(_files, "vyos", what));

    public Outcome Run(string commandLine, string stdin)
    {
        var place = $"""
            mount --bind {_files}/opt /opt && mount --bind {_run} /run && mount --bind {_files}/config /config &&
            export VYOS={_files}/vyos PATH={_files}/bin:$PATH && {commandLine}
            """;
        return Shell.Run(stdin, "unshare", "--mount", "bash", "-c", place);
    }

    /// <summary>Runs lines as a script that has sourced VyOS's template; what they answer is printed as they say.</summary>
    public Outcome Script(string lines) =>
        Run(
            "sg vyattacfg -c 'vbash -s'",
            $"source /opt/vyatta/etc/functions/script-template\nconfigure\n{lines}\nbuiltin exit 0\n"
        );

    public void Dispose()
    {
        Directory.Delete(_files, recursive: true);
        Directory.Delete(_run, recursive: true);
    }

    private static string Sorted(string text) => string.Join('\n', text.Split('\n').Order(StringComparer.Ordinal));

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_files, name), text);

    private string Read(string name) => File.ReadAllText(Path.Combine(_files, name));
}
