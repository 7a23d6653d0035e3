using System.Collections.Immutable;

namespace BgpLb.Components;

/// <summary>
/// How a command that runs where Pulumi runs starts this program again: its words, without a shell, so that they are the
/// same on Windows. They stand in the state and in the plan, so no word is a path of one machine.
/// </summary>
public sealed record ProgramStart(ImmutableArray<string> Words)
{
    /// <summary>
    /// From the sources that the engine has built: it runs commands in the folder of the program, <c>stacks</c>. Nothing
    /// is built here, as two commands may run at once.
    /// </summary>
    public static ProgramStart FromSource { get; } = new(["dotnet", "run", "--no-build", "--"]);

    /// <summary>As this process was started.</summary>
    /// <param name="process">The file that this process runs, absolute; null where the system does not say.</param>
    /// <param name="folder">The folder of the program, in which commands run, absolute.</param>
    /// <param name="root">The project's folder, absolute. A file outside of it is started by its name, from PATH.</param>
    public static ProgramStart Of(string? process, string folder, string root)
    {
        var name = Path.GetFileNameWithoutExtension(process);
        if (process is null || string.Equals(name, "dotnet", StringComparison.OrdinalIgnoreCase))
        {
            return FromSource;
        }

        var inProject = Path.GetRelativePath(root, process);
        if (Path.IsPathRooted(inProject) || IsAbove(inProject))
        {
            return new([WithoutEnding(Path.GetFileName(process))]);
        }

        var path = Path.GetRelativePath(folder, process).Replace('\\', '/');
        return new([WithoutEnding(IsAbove(path) ? path : $"./{path}")]);
    }

    private static bool IsAbove(string path) => path.StartsWith("..", StringComparison.Ordinal);

    /// <summary>Windows finds the file without it, and other systems have none.</summary>
    private static string WithoutEnding(string path) =>
        path.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) ? path[..^".exe".Length] : path;
}
