using System.Collections.Immutable;

namespace BgpLb.Stacks.Check;

/// <summary>What a check found, ready to be written in any format.</summary>
/// <param name="Folder">Where the user is: texts name files as seen from there.</param>
/// <param name="Repository">The repository's folder: its host wants files as seen from there.</param>
internal sealed record CheckReport(ImmutableArray<CheckedStack> Stacks, string Folder, string Repository)
{
    public bool Passed => Stacks.All(stack => stack.Passed);

    /// <summary>The exit status, as in <see cref="ExitStatus"/>.</summary>
    public int Status =>
        Stacks.Any(stack => stack.IsWrong) ? ExitStatus.Wrong
        : Passed ? ExitStatus.Done
        : ExitStatus.Failed;

    /// <summary>A stack's file for people.</summary>
    public string FileOf(CheckedStack stack) => FilePaths.From(Folder, stack.File);

    /// <summary>A stack's file for the repository's host.</summary>
    public string FileInRepository(CheckedStack stack) => FilePaths.From(Repository, stack.File);
}
