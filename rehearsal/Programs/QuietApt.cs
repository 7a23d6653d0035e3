using System.Runtime.InteropServices;

namespace BgpLb.Rehearsal;

/// <summary>
/// Debian's apt, with packages that neither start nor stop a service. Debian's own way for that, /usr/sbin/policy-rc.d,
/// holds for the whole machine, and would go on holding once this process is killed. So packages find other programs in
/// place of those that they start services by: apt gives them a PATH that begins with a folder of our own.
/// </summary>
internal sealed class QuietApt : IDisposable
{
    /// <summary>What a package's scripts start and stop services by; they know no path of it.</summary>
    private static readonly string[] Starters = ["invoke-rc.d", "deb-systemd-invoke"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-apt-").FullName;
    private readonly string _apt;

    /// <param name="apt">The program, by its name or path.</param>
    /// <exception cref="RehearsalException">No program can be started in the folder for temporary files.</exception>
    public QuietApt(string apt)
    {
        _apt = apt;
        foreach (var starter in Starters)
        {
            var path = Path.Combine(_folder, starter);
            File.WriteAllText(path, "#!/bin/sh\nexit 0\n");
            Shell.Do("chmod", "700", path);
        }

        // Else the machine's own would be found behind them, and start what must stay off.
        if (Shell.Run("", "env", Path.Combine(_folder, Starters[0])).Status != 0)
        {
            Dispose();
            throw new RehearsalException(
                $"no program can run in {Path.GetTempPath()}, as the packages' services stay off only with one there; "
                    + "name another folder in TMPDIR"
            );
        }
    }

    private string Log => Path.Combine(_folder, "log");

    /// <summary>
    /// Runs it to its end, however long that takes: a dpkg that is stopped half way leaves the machine half configured.
    /// So a signal for this process waits as well, and what kills it leaves apt alone.
    /// </summary>
    /// <exception cref="RehearsalException">It failed, and the message holds what it said; or a signal came.</exception>
    public void Run(params string[] arguments)
    {
        PosixSignal? asked = null;
        PosixSignalRegistration[] signals =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal =>
                PosixSignalRegistration.Create(
                    signal,
                    context =>
                    {
                        context.Cancel = true;
                        asked = signal;
                    }
                )
            ),
        ];
        try
        {
            // A session of its own, as a terminal's Ctrl-C goes to all of one; a file for what it says, as a pipe ends
            // with its reader; and without the mark by which what a lab has left behind is found and killed.
            using var running = Shell.Start(
                "",
                "setsid",
                [
                    "--wait",
                    "env",
                    "-u",
                    Shell.OwnerVariable,
                    "DEBIAN_FRONTEND=noninteractive",
                    "sh",
                    "-c",
                    "log=$1; shift; exec \"$@\" >\"$log\" 2>&1",
                    "apt",
                    Log,
                    _apt,
                    "-o",
                    $"DPkg::Path={_folder}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                    // Another one may run, such as one of ours whose command was killed.
                    "-o",
                    "DPkg::Lock::Timeout=300",
                    .. arguments,
                ]
            );
            var outcome = running.Wait(Timeout.InfiniteTimeSpan);
            if (outcome.Status != 0)
            {
                var said = File.Exists(Log) ? File.ReadAllText(Log) : outcome.All;
                throw new RehearsalException($"{_apt} {string.Join(' ', arguments)}: {said}");
            }
        }
        finally
        {
            Array.ForEach(signals, signal => signal.Dispose());
        }

        if (asked is not null)
        {
            throw new RehearsalException($"interrupted; apt has finished what it had begun ({arguments[0]})");
        }
    }

    /// <summary>Removes the folder. Where this process is killed it stays, and does nothing.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
