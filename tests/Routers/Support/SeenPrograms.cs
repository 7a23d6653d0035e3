using BgpLb.Rehearsal;

namespace BgpLb.Tests.Routers.Support;

/// <summary>Runs a command line with every program that it starts noted: what it was called with, and its environment.</summary>
internal sealed class SeenPrograms : IDisposable
{
    private static readonly string[] Names = ["awk", "curl", "diff", "grep", "sed", "tr"];

    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-seen-").FullName;

    public SeenPrograms()
    {
        foreach (var name in Names)
        {
            var path = Path.Combine(_folder, name);
            File.WriteAllText(
                path,
                $"""
                #!/bin/bash
                printf '%s\n' "$0 $*" "$(export)" >>{_folder}/seen
                PATH=$REAL_PATH exec {name} "$@"

                """
            );
            Shell.Do("chmod", "+x", path);
        }
    }

    /// <summary>All that could be seen in the list of processes.</summary>
    public string Seen => File.ReadAllText(Path.Combine(_folder, "seen"));

    /// <summary>As the Command provider runs a local command.</summary>
    public Outcome Run(string commandLine, string stdin)
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        return Shell.Run(stdin, "env", $"PATH={_folder}:{path}", $"REAL_PATH={path}", "/bin/sh", "-c", commandLine);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
