using System.Diagnostics;
using BgpLb.Tests.Stacks.Support;

namespace BgpLb.Tests.Stacks.Check.Support;

/// <summary>A copy of the project's files in a Git repository, committed once.</summary>
internal sealed class GitProject : IDisposable
{
    public GitProject(Action<Project>? first = null)
    {
        Repository.Require(HasGit, "git");
        first?.Invoke(Files);
        Git("init", "--quiet", "..");
        Commit();
    }

    /// <summary>One level below the repository's root.</summary>
    public Project Files { get; } = new();

    public string FileOf(string stack) => Path.Combine(Files.Folder, $"Pulumi.{stack}.yaml");

    public GitProject Commit()
    {
        Git("add", "--all", ".");
        Git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", "files");
        return this;
    }

    public void Dispose() => Files.Dispose();

    private static bool HasGit { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "git")));

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Files.Folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
