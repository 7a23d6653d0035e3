using System.ComponentModel;
using System.Diagnostics;
using BgpLb.Settings;

namespace BgpLb.Stacks.Check.Against;

/// <summary>The project's files at a revision of Git, in a folder of their own. Disposing removes it.</summary>
internal sealed class GitRevision : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bgplb-").FullName;

    private GitRevision() { }

    /// <summary>Null where the project had no Pulumi.yaml that can be read.</summary>
    public ProjectFiles? Files { get; private set; }

    /// <summary>Takes them out of the repository around a folder; where it cannot, it says why and gives the exit status.</summary>
    /// <param name="revision">As git takes it: <c>main</c>, <c>HEAD~1</c>.</param>
    public static (GitRevision? Revision, int Status) Open(Surroundings here, string folder, string revision)
    {
        if (revision.StartsWith('-'))
        {
            here.Error.WriteLine($"--against {revision}: no revision.");
            return (null, ExitStatus.Wrong);
        }

        try
        {
            if (Git(folder, "rev-parse", "--show-prefix") is not { Status: 0 })
            {
                here.Error.WriteLine($"--against: {folder} is in no Git repository that can be read.");
                return (null, ExitStatus.Lacking);
            }

            if (Git(folder, "rev-parse", "--verify", "--quiet", $"{revision}^{{commit}}") is not { Status: 0 })
            {
                here.Error.WriteLine(
                    $"--against {revision}: the repository has no such revision. In a shallow clone: git fetch --depth 1 origin BRANCH, then origin/BRANCH."
                );
                return (null, ExitStatus.Wrong);
            }

            return (Take(folder, revision), ExitStatus.Done);
        }
        catch (Win32Exception)
        {
            here.Error.WriteLine("--against needs git; Debian: apt-get install git.");
            return (null, ExitStatus.Lacking);
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static GitRevision Take(string folder, string revision)
    {
        var taken = new GitRevision();
        // Paths are relative to the folder where git runs, and "./" says so.
        var names = Git(folder, "ls-tree", "-z", "--name-only", revision, "./").Output.Split('\0');
        foreach (var name in names.Where(name => name.StartsWith("Pulumi.", StringComparison.Ordinal)))
        {
            if (name.EndsWith(".yaml", StringComparison.Ordinal))
            {
                File.WriteAllText(
                    Path.Combine(taken._folder, name),
                    Git(folder, "show", $"{revision}:./{name}").Output
                );
            }
        }

        taken.Files = File.Exists(Path.Combine(taken._folder, "Pulumi.yaml"))
            ? ProjectFiles.Find(taken._folder).Files
            : null;
        return taken;
    }

    private static (int Status, string Output) Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
